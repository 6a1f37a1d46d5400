# Source 27d35b5cf0e5 (4 records); points of the risk-coverage curves of the ID test images in %; 2 shots, 1 seed at each coverage; AURC: aurc/trapezoid
# Draw it in this folder: gnuplot risk.gp
# As PNG: gnuplot -e "term='pngcairo'; out='risk.png'" risk.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='risk.svg'
if (term eq 'svg') {
  set terminal svg size 1212,314 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 2424,628 font 'sans,12' fontscale 2 \
    linewidth 2 pointscale 2 noenhanced background '#ffffff'
} else {
  set terminal @term
} }
set output out
set encoding utf8
set datafile separator ','
set datafile columnheaders
set datafile missing ''
set style line 1 lc rgb '#0072B2' lw 1.6 dt 1 pt 7 ps 0.8
set style line 2 lc rgb '#D55E00' lw 1.6 dt 1 pt 5 ps 0.8
set style line 3 lc rgb '#009E73' lw 1.6 dt 1 pt 9 ps 0.8
set style line 4 lc rgb '#CC79A7' lw 1.6 dt 1 pt 13 ps 0.8
set border 3 lw 0.7
set tics nomirror scale 0.5
unset key
set grid lc rgb '#c8c8c8' lw 0.6 dt 3
set xrange [0:100]
set xtics 20
set yrange [0:160]
set ytics 0,20,100
set key top left Left reverse samplen 2.5 spacing 0.85 width 1 maxrows 3 font ',10' title 'AURC (%) ↓' left
set multiplot
set title 'energy' offset 0,-0.6
set ylabel 'selective risk (%) ↓' offset 0.5
set format y '%g'
set xlabel 'coverage (%)' offset 0,0.3
set format x '%g'
set lmargin at screen 0.0594; set rmargin at screen 0.2657; set tmargin at screen 0.8917; set bmargin at screen 0.2548
plot 'risk.csv' using (column('coverage')):(column('energy|zeroshot|2')) with linespoints ls 1 dt 1 pi 7 title '80.7', \
     'risk.csv' using (column('coverage')):(column('energy|coop@small|2')) with linespoints ls 2 dt 2 pi 7 title '69.7', \
     'risk.csv' using (column('coverage')):(column('energy|lora@small|2')) with linespoints ls 3 dt 4 pi 7 title '84.6', \
     'risk.csv' using (column('coverage')):(column('energy|full@small|2')) with linespoints ls 4 dt 5 pi 7 title '87.7'
set title 'max-logit' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'coverage (%)' offset 0,0.3
set format x '%g'
set lmargin at screen 0.2987; set rmargin at screen 0.5050; set tmargin at screen 0.8917; set bmargin at screen 0.2548
plot 'risk.csv' using (column('coverage')):(column('max-logit|zeroshot|2')) with linespoints ls 1 dt 1 pi 7 title '72.9', \
     'risk.csv' using (column('coverage')):(column('max-logit|coop@small|2')) with linespoints ls 2 dt 2 pi 7 title '61.2', \
     'risk.csv' using (column('coverage')):(column('max-logit|lora@small|2')) with linespoints ls 3 dt 4 pi 7 title '77.4', \
     'risk.csv' using (column('coverage')):(column('max-logit|full@small|2')) with linespoints ls 4 dt 5 pi 7 title '85.7'
set title 'mcm' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'coverage (%)' offset 0,0.3
set format x '%g'
set lmargin at screen 0.5380; set rmargin at screen 0.7442; set tmargin at screen 0.8917; set bmargin at screen 0.2548
plot 'risk.csv' using (column('coverage')):(column('mcm|zeroshot|2')) with linespoints ls 1 dt 1 pi 7 title '52.7', \
     'risk.csv' using (column('coverage')):(column('mcm|coop@small|2')) with linespoints ls 2 dt 2 pi 7 title '62.4', \
     'risk.csv' using (column('coverage')):(column('mcm|lora@small|2')) with linespoints ls 3 dt 4 pi 7 title '58.2', \
     'risk.csv' using (column('coverage')):(column('mcm|full@small|2')) with linespoints ls 4 dt 5 pi 7 title '57.8'
set title 'msp' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'coverage (%)' offset 0,0.3
set format x '%g'
set lmargin at screen 0.7772; set rmargin at screen 0.9835; set tmargin at screen 0.8917; set bmargin at screen 0.2548
set arrow from screen 0.2360,0.0446 to screen 0.2591,0.0446 nohead ls 1 dt 1
set label '' at screen 0.2475,0.0446 point ls 1
set label 'zeroshot' at screen 0.2640,0.0446 left
set arrow from screen 0.3333,0.0446 to screen 0.3564,0.0446 nohead ls 2 dt 2
set label '' at screen 0.3449,0.0446 point ls 2
set label 'coop@small' at screen 0.3614,0.0446 left
set arrow from screen 0.4439,0.0446 to screen 0.4670,0.0446 nohead ls 3 dt 4
set label '' at screen 0.4554,0.0446 point ls 3
set label 'lora@small' at screen 0.4719,0.0446 left
set arrow from screen 0.5545,0.0446 to screen 0.5776,0.0446 nohead ls 4 dt 5
set label '' at screen 0.5660,0.0446 point ls 4
set label 'full@small' at screen 0.5825,0.0446 left
set label '2 shots, 1 seed' at screen 0.6650,0.0446 left
plot 'risk.csv' using (column('coverage')):(column('msp|zeroshot|2')) with linespoints ls 1 dt 1 pi 7 title '52.0', \
     'risk.csv' using (column('coverage')):(column('msp|coop@small|2')) with linespoints ls 2 dt 2 pi 7 title '62.9', \
     'risk.csv' using (column('coverage')):(column('msp|lora@small|2')) with linespoints ls 3 dt 4 pi 7 title '56.9', \
     'risk.csv' using (column('coverage')):(column('msp|full@small|2')) with linespoints ls 4 dt 5 pi 7 title '56.1'
unset multiplot
