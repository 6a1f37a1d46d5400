# Source a470945db7d3 (5 records); mean and sample standard deviation over seeds in %; OOD: fashion-mnist-test-held-out
# Draw it in this folder: gnuplot fashion-near-246-shots-near.gp
# As PNG: gnuplot -e "term='pngcairo'; out='fashion-near-246-shots-near.png'" fashion-near-246-shots-near.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='fashion-near-246-shots-near.svg'
if (term eq 'svg') {
  set terminal svg size 1212,536 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 2424,1072 font 'sans,12' fontscale 2 \
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
set style line 5 lc rgb '#E69F00' lw 1.6 dt 1 pt 11 ps 0.8
set border 3 lw 0.7
set tics nomirror scale 0.5
unset key
set grid lc rgb '#c8c8c8' lw 0.6 dt 3
set logscale x 2
set xtics (4)
set xrange [3.2:5]
set multiplot
set title 'energy' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0594; set rmargin at screen 0.2657; set tmargin at screen 0.9366; set bmargin at screen 0.5634
set yrange [75:100]
plot 93.000000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'cocoop@small') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'tip-adapter@small') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'tip-adapter-f@small') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle
set title 'max-logit' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2987; set rmargin at screen 0.5050; set tmargin at screen 0.9366; set bmargin at screen 0.5634
set yrange [75:100]
plot 92.200000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cocoop@small') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'tip-adapter@small') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'tip-adapter-f@small') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle
set title 'mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5380; set rmargin at screen 0.7442; set tmargin at screen 0.9366; set bmargin at screen 0.5634
set yrange [75:100]
plot 98.800000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'cocoop@small') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'tip-adapter@small') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'tip-adapter-f@small') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle
set title 'msp' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.7772; set rmargin at screen 0.9835; set tmargin at screen 0.9366; set bmargin at screen 0.5634
set yrange [75:100]
plot 97.800000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'cocoop@small') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'tip-adapter@small') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'tip-adapter-f@small') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle
unset title
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.0594; set rmargin at screen 0.2657; set tmargin at screen 0.5224; set bmargin at screen 0.1493
set yrange [30:90]
plot 45.057600 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'cocoop@small') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'tip-adapter@small') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'tip-adapter-f@small') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle
unset title
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.2987; set rmargin at screen 0.5050; set tmargin at screen 0.5224; set bmargin at screen 0.1493
set yrange [30:90]
plot 46.828600 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cocoop@small') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'tip-adapter@small') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'tip-adapter-f@small') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle
unset title
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.5380; set rmargin at screen 0.7442; set tmargin at screen 0.5224; set bmargin at screen 0.1493
set yrange [30:90]
plot 60.505600 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'cocoop@small') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'tip-adapter@small') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'tip-adapter-f@small') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle
unset title
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.7772; set rmargin at screen 0.9835; set tmargin at screen 0.5224; set bmargin at screen 0.1493
set yrange [30:90]
set arrow from screen 0.1790,0.0261 to screen 0.2021,0.0261 nohead ls 1 dt 2
set label 'zeroshot' at screen 0.2071,0.0261 left
set arrow from screen 0.2764,0.0261 to screen 0.2995,0.0261 nohead ls 2 dt 2
set label '' at screen 0.2880,0.0261 point ls 2
set label 'coop@small' at screen 0.3045,0.0261 left
set arrow from screen 0.3870,0.0261 to screen 0.4101,0.0261 nohead ls 3 dt 4
set label '' at screen 0.3985,0.0261 point ls 3
set label 'cocoop@small' at screen 0.4150,0.0261 left
set arrow from screen 0.5107,0.0261 to screen 0.5338,0.0261 nohead ls 4 dt 5
set label '' at screen 0.5223,0.0261 point ls 4
set label 'tip-adapter@small' at screen 0.5388,0.0261 left
set arrow from screen 0.6675,0.0261 to screen 0.6906,0.0261 nohead ls 5 dt 3
set label '' at screen 0.6790,0.0261 point ls 5
set label 'tip-adapter-f@small' at screen 0.6955,0.0261 left
plot 53.955200 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'cocoop@small') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'tip-adapter@small') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'tip-adapter-f@small') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle
unset multiplot
