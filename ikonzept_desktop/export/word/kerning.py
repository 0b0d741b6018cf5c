"""How Calibri draws letters together: the pairs that stand closer or wider than their widths say.

Each line is a letter, then letters that may follow it with what the two gain together, in 2048ths of the font size;
measured in Carlito, ligatures included, gains below 6 left out.
"""

_TABLE = """
A “ -181 T -160 Y -150 V -89 W -80 t -52 y -41 v -38 UÜ -32 OQÖ -23 CG- -15 . 12 , 15 J 23
B Y -57 T -48 X -44 ,“ -28 V -25 W -24 AZftvyÄ -20 x -15
C GOQÖ -18 , -9 T 10 J“ 12
D , -55 . -48 Y -39 X -31 AÄ -30 V -24 T -23 JZ -22 “ -17 W -14
E f -64 vy -48 eoö -37 awä -34 OQÖ -32 dq -30 c -28 - -27 CGt -24 AÄ -22 S -20 Z -10
F , -204 . -193 AÄ -115 J -109 / -65 aä -55 s -35 e -30 S -29 coö -28 X -22 dq -20 CGOQÖ -18 Z -11
G Yy -30 v -29 w -22 x -14 TV -10 W -9
H “ -17
J AÄ -35 , -27 X -20 . -18
K v -101 OQÖ -97 w -95 y -85 G -80 C -78 c -40 t -38 eoö -37 Waä- -34 dq -33 mnpruü -32 UÜ -29 f -25 Ss -18
L “ -197 Y -167 T -150 V -147 W -118 y -79 v -78 w -72 G -47 OQÖ -45 UÜ -44 t -38 f -23 C -22 , 17 J 25
O X -64 TY -55 , -48 Z -38 . -30 J -27 V -25 AÄ -23 W -22 “ -18 x -12 z -10
P . -261 , -254 AÄ -151 J -140 / -108 - -61 aä -44 c -43 eoö -41 X -35 dq -34 s -32 Z -29 Y -11 V -10 T -9 fty 12
P “ 13
Q T -47 Y -46 V -25 W -12 X 12 ) 30 x 31 J 41 g 59 j 79 , 105 / 136
R oö -42 e -36 wy -33 Y -30 V -28 S -27 v -26 OQTÖ -20 G -19 CW -18 . 10
S y -25 v -23 Y“ -20 w -17 AWÄ -15 TV -14 X -13 J- -9
T , -210 . -203 eoö -182 c -177 AaäÄ- -160 s -153 g -151 dq -147 z -142 : -134 mnpruü -127 / -107 y -93 v -92 x -90
T w -86 J -65 G -59 OQÖ -58 C -42 S -10 “ 22 T 28
U AÄ -45 J -40 . -36 , -28
V . -205 , -166 aä -114 / -106 c -103 e -102 - -101 g -100 AÄ -96 s -90 dq -87 oö -86 z -82 J -80 : -73 mnpruü -50
V y -35 OQÖ -27 G -25 C -18 S -12 V 9
W , -216 . -206 AÄ -93 J- -88 oö -86 c -78 e -75 s -73 dq -72 aä -71 mnpruü -60 g -54 y -53 v -34 CGOQÖ -22 X -13
W S -10
X - -81 G -65 COQÖ -57 v -55 w -49 dq -44 y -43 e -39 ouö -38 t -31 S -20 g -9
Y , -252 . -237 c -159 : -154 oö -153 AÄ -152 e -147 g -142 aä -134 dq -131 / -125 - -117 s -115 J -112 z -100
Y mnpruü -94 ß -72 x -70 v -69 CG -67 OQÖ -66 y -65 fw -62 j -49 t -44 i -32 S -17 Z -10
Z v- -45 w -38 y -37 e -31 oö -29 C -25 GOQÖ -24 dq -18 c -12 AÄ -11 aä -10 WY -7
a y -38 “ -37 v -34 tx -19 w -14 f -12
b x -41 z -28 “ -22 f -17 svwy -10 t -9
c aoäö -17
e x -31 z -20 f“ -18 y -13 t -11 vw -10
f . -136 , -126 g -60 f- -55 dq -53 e -51 t -50 c -45 oö -43 aä -40 j -31 s -27 z -20 bikl -11 h -10 w 6 y 10 v 13
f “ 25 ) 30
g aä -38 t -31 dq -19 e -17 oö -14 c -12 “ 13 g 19 , 23 / 73
h y -38 “ -37 v -34 tx -19 w -14 f -12
k - -77 oö -69 e -66 dq -56 c -48 aä -35 u -26 s -19 t -10
m y -38 “ -37 v -34 tx -19 w -14 f -12
n y -38 “ -37 v -34 tx -19 w -14 f -12
o x -40 , -37 z -27 y -11 v -9 w -8
p x -41 z -28 “ -22 f -17 svwy -10 t -9
q g 10
r . -206 , -176 - -60 aä -42 s -35 oö -33 c -30 dgq -28 e -27 y 10 w 11 v 19 “ 28
s y -37 v -31 “ -27 t -23 x -22 f -19 z -18 w -10
t t -73 - -63 f -57 acä -25 dq -23 e -22 oö -20 i -15 “ 11
v . -168 , -159 - -47 aä -30 g -28 z -26 c -25 deq -20 oö -19 s -9 t 10 f 11 vwy 12 “ 15
w , -176 . -131 - -43 aä -23 c -20 oö -19 degqs -18 z -17 f 6 w 8 vy 12 “ 15
x - -62 oö -55 e -54 c -46 dq -44 aä -37 u -20 s -12 t 6
y , -146 . -135 - -45 aä -31 cg -26 e -25 doqö -24 s -19 z -17 w 8 fty 10 v 12 “ 15
z deq -46 coö -45 aä -34 sw -22 vy -18 g -17 fu -10
ä y -38 “ -37 v -34 tx -19 w -14 f -12
ö x -40 , -37 z -27 y -11 v -9 w -8
Ä “ -181 T -160 Y -150 V -89 W -80 t -52 y -41 v -38 UÜ -32 OQÖ -23 CG- -15 . 12 , 15 J 23
Ö X -64 TY -55 , -48 Z -38 . -30 J -27 V -25 AÄ -23 W -22 “ -18 x -12 z -10
Ü AÄ -45 J -40 . -36 , -28
ß “ -48 y -43 w -38 ftvx -30 z -26 u -17
. “ -195 Y -188 T -153 V -151 W -144 - -113 vy -77 w -68 t -44 f -40 CG -38 OQÖ -22 UÜ -18 z 10 AÄ 12 J 19 g 22
, “ -181 W -150 Y -147 V -139 T -133 – -54 t -43 X 10 AÄ 17 J 22
- Y -101 x -38 y -20 fv -18
„ Y -215 TV -191 W -153 y -134 vw -131 t -51 OQÖ -43 UÜ -35 CG -27 aä 6 g 8 z 10 X 12 AÄ 25 J 27
“ . -191 , -190 AÄ -172 c -95 dq -93 J -90 e -87 g -82 oö -70 aä -50 s -47 G -36 OQÖ -22 W 10 Y 43 V 56 T 91
( g 10 j 63
/ AÄ -71 s -39 Jaceä -37 goö -35
"""


def _pairs() -> dict[tuple[str, str], int]:
    found = {}
    for line in _TABLE.split("\n"):
        first, *others = line.split(" ")
        for seconds, gain in zip(others[::2], others[1::2], strict=True):
            found.update({(first, second): int(gain) for second in seconds})
    return found


PAIRS = _pairs()
"""The gain by the two letters."""
