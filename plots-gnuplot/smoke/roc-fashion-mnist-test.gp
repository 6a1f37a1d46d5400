# Source 27d35b5cf0e5 (4 records); points of the ROC curves in %, ID positive; 2 shots, 1 seed at each FPR
# Draw it in this folder: gnuplot roc-fashion-mnist-test.gp
# As PNG: gnuplot -e "term='pngcairo'; out='roc-fashion-mnist-test.png'" roc-fashion-mnist-test.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='roc-fashion-mnist-test.svg'
if (term eq 'svg') {
  set terminal svg size 1012,576 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 2024,1152 font 'sans,12' fontscale 2 \
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
set yrange [0:100]
set multiplot
set ylabel 'TPR (%), ID is positive' offset 0.5
set format y '%g'
set title 'energy' offset 0,-0.6
set xlabel 'FPR (%)' offset 0,0.3
unset logscale x; set xrange [0:100]; set xtics 20
set lmargin at screen 0.0711; set rmargin at screen 0.2688; set tmargin at screen 0.9410; set bmargin at screen 0.5938
plot x with lines lc rgb '#909090' lw 0.8 dt 3 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('energy|zeroshot|2')) with linespoints ls 1 dt 1 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('energy|coop@small|2')) with linespoints ls 2 dt 2 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('energy|lora@small|2')) with linespoints ls 3 dt 4 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('energy|full@small|2')) with linespoints ls 4 dt 5 pi 9 notitle
unset title
set xlabel 'FPR (%), logarithmic' offset 0,0.3
set logscale x; set xrange [0.1:10]; set xtics 10
set lmargin at screen 0.0711; set rmargin at screen 0.2688; set tmargin at screen 0.4861; set bmargin at screen 0.1389
plot x with lines lc rgb '#909090' lw 0.8 dt 3 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('energy|zeroshot|2')) with linespoints ls 1 dt 1 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('energy|coop@small|2')) with linespoints ls 2 dt 2 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('energy|lora@small|2')) with linespoints ls 3 dt 4 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('energy|full@small|2')) with linespoints ls 4 dt 5 pi 9 notitle
unset ylabel
set format y ''
set title 'max-logit' offset 0,-0.6
set xlabel 'FPR (%)' offset 0,0.3
unset logscale x; set xrange [0:100]; set xtics 20
set lmargin at screen 0.3083; set rmargin at screen 0.5059; set tmargin at screen 0.9410; set bmargin at screen 0.5938
plot x with lines lc rgb '#909090' lw 0.8 dt 3 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('max-logit|zeroshot|2')) with linespoints ls 1 dt 1 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('max-logit|coop@small|2')) with linespoints ls 2 dt 2 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('max-logit|lora@small|2')) with linespoints ls 3 dt 4 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('max-logit|full@small|2')) with linespoints ls 4 dt 5 pi 9 notitle
unset title
set xlabel 'FPR (%), logarithmic' offset 0,0.3
set logscale x; set xrange [0.1:10]; set xtics 10
set lmargin at screen 0.3083; set rmargin at screen 0.5059; set tmargin at screen 0.4861; set bmargin at screen 0.1389
plot x with lines lc rgb '#909090' lw 0.8 dt 3 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('max-logit|zeroshot|2')) with linespoints ls 1 dt 1 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('max-logit|coop@small|2')) with linespoints ls 2 dt 2 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('max-logit|lora@small|2')) with linespoints ls 3 dt 4 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('max-logit|full@small|2')) with linespoints ls 4 dt 5 pi 9 notitle
unset ylabel
set format y ''
set title 'mcm' offset 0,-0.6
set xlabel 'FPR (%)' offset 0,0.3
unset logscale x; set xrange [0:100]; set xtics 20
set lmargin at screen 0.5455; set rmargin at screen 0.7431; set tmargin at screen 0.9410; set bmargin at screen 0.5938
plot x with lines lc rgb '#909090' lw 0.8 dt 3 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('mcm|zeroshot|2')) with linespoints ls 1 dt 1 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('mcm|coop@small|2')) with linespoints ls 2 dt 2 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('mcm|lora@small|2')) with linespoints ls 3 dt 4 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('mcm|full@small|2')) with linespoints ls 4 dt 5 pi 9 notitle
unset title
set xlabel 'FPR (%), logarithmic' offset 0,0.3
set logscale x; set xrange [0.1:10]; set xtics 10
set lmargin at screen 0.5455; set rmargin at screen 0.7431; set tmargin at screen 0.4861; set bmargin at screen 0.1389
plot x with lines lc rgb '#909090' lw 0.8 dt 3 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('mcm|zeroshot|2')) with linespoints ls 1 dt 1 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('mcm|coop@small|2')) with linespoints ls 2 dt 2 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('mcm|lora@small|2')) with linespoints ls 3 dt 4 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('mcm|full@small|2')) with linespoints ls 4 dt 5 pi 9 notitle
unset ylabel
set format y ''
set title 'msp' offset 0,-0.6
set xlabel 'FPR (%)' offset 0,0.3
unset logscale x; set xrange [0:100]; set xtics 20
set lmargin at screen 0.7826; set rmargin at screen 0.9802; set tmargin at screen 0.9410; set bmargin at screen 0.5938
plot x with lines lc rgb '#909090' lw 0.8 dt 3 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('msp|zeroshot|2')) with linespoints ls 1 dt 1 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('msp|coop@small|2')) with linespoints ls 2 dt 2 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('msp|lora@small|2')) with linespoints ls 3 dt 4 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('msp|full@small|2')) with linespoints ls 4 dt 5 pi 9 notitle
unset title
set xlabel 'FPR (%), logarithmic' offset 0,0.3
set logscale x; set xrange [0.1:10]; set xtics 10
set lmargin at screen 0.7826; set rmargin at screen 0.9802; set tmargin at screen 0.4861; set bmargin at screen 0.1389
set arrow from screen 0.0346,0.0243 to screen 0.0623,0.0243 nohead ls 1 dt 1
set label '' at screen 0.0484,0.0243 point ls 1
set label 'zeroshot' at screen 0.0682,0.0243 left
set arrow from screen 0.1512,0.0243 to screen 0.1789,0.0243 nohead ls 2 dt 2
set label '' at screen 0.1650,0.0243 point ls 2
set label 'coop@small' at screen 0.1848,0.0243 left
set arrow from screen 0.2836,0.0243 to screen 0.3113,0.0243 nohead ls 3 dt 4
set label '' at screen 0.2974,0.0243 point ls 3
set label 'lora@small' at screen 0.3172,0.0243 left
set arrow from screen 0.4160,0.0243 to screen 0.4437,0.0243 nohead ls 4 dt 5
set label '' at screen 0.4298,0.0243 point ls 4
set label 'full@small' at screen 0.4496,0.0243 left
set arrow from screen 0.5484,0.0243 to screen 0.5761,0.0243 nohead lc rgb '#909090' lw 0.8 dt 3
set label 'chance' at screen 0.5820,0.0243 left
set label 'OOD: fashion-mnist-test; 2 shots, 1 seed' at screen 0.6492,0.0243 left
plot x with lines lc rgb '#909090' lw 0.8 dt 3 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('msp|zeroshot|2')) with linespoints ls 1 dt 1 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('msp|coop@small|2')) with linespoints ls 2 dt 2 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('msp|lora@small|2')) with linespoints ls 3 dt 4 pi 9 notitle, \
     'roc-fashion-mnist-test.csv' using (column('fpr')):(column('msp|full@small|2')) with linespoints ls 4 dt 5 pi 9 notitle
unset multiplot
