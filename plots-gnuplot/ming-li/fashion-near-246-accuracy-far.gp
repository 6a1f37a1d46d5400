# Source a470945db7d3 (5 records); mean and sample standard deviation over seeds in %; OOD: animal-mnist-test, brain-mri, mnist-5k-test, optdigits
# Draw it in this folder: gnuplot fashion-near-246-accuracy-far.gp
# As PNG: gnuplot -e "term='pngcairo'; out='fashion-near-246-accuracy-far.png'" fashion-near-246-accuracy-far.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='fashion-near-246-accuracy-far.svg'
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
set xrange [45:65]
set multiplot
set title 'energy' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0594; set rmargin at screen 0.2657; set tmargin at screen 0.9366; set bmargin at screen 0.5634
set yrange [20:100]
plot 'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'cocoop@small') ? column('value') : NaN) with linespoints ls 3 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'cocoop@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 3 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'tip-adapter@small') ? column('value') : NaN) with linespoints ls 4 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'tip-adapter@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 4 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'tip-adapter-f@small') ? column('value') : NaN) with linespoints ls 5 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'tip-adapter-f@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 5 left offset 0.7,0.5 notitle
set title 'max-logit' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2987; set rmargin at screen 0.5050; set tmargin at screen 0.9366; set bmargin at screen 0.5634
set yrange [20:100]
plot 'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cocoop@small') ? column('value') : NaN) with linespoints ls 3 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cocoop@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 3 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'tip-adapter@small') ? column('value') : NaN) with linespoints ls 4 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'tip-adapter@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 4 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'tip-adapter-f@small') ? column('value') : NaN) with linespoints ls 5 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'tip-adapter-f@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 5 left offset 0.7,0.5 notitle
set title 'mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5380; set rmargin at screen 0.7442; set tmargin at screen 0.9366; set bmargin at screen 0.5634
set yrange [20:100]
plot 'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'cocoop@small') ? column('value') : NaN) with linespoints ls 3 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'cocoop@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 3 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'tip-adapter@small') ? column('value') : NaN) with linespoints ls 4 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'tip-adapter@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 4 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'tip-adapter-f@small') ? column('value') : NaN) with linespoints ls 5 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'tip-adapter-f@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 5 left offset 0.7,0.5 notitle
set title 'msp' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.7772; set rmargin at screen 0.9835; set tmargin at screen 0.9366; set bmargin at screen 0.5634
set yrange [20:100]
plot 'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'cocoop@small') ? column('value') : NaN) with linespoints ls 3 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'cocoop@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 3 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'tip-adapter@small') ? column('value') : NaN) with linespoints ls 4 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'tip-adapter@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 4 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'tip-adapter-f@small') ? column('value') : NaN) with linespoints ls 5 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'tip-adapter-f@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 5 left offset 0.7,0.5 notitle
unset title
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
set xlabel 'ID accuracy (%) ↑' offset 0,0.3
set format x '%g'
set lmargin at screen 0.0594; set rmargin at screen 0.2657; set tmargin at screen 0.5224; set bmargin at screen 0.1493
set yrange [40:100]
plot 'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'cocoop@small') ? column('value') : NaN) with linespoints ls 3 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'cocoop@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 3 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'tip-adapter@small') ? column('value') : NaN) with linespoints ls 4 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'tip-adapter@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 4 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'tip-adapter-f@small') ? column('value') : NaN) with linespoints ls 5 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'tip-adapter-f@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 5 left offset 0.7,0.5 notitle
unset title
unset ylabel
set format y ''
set xlabel 'ID accuracy (%) ↑' offset 0,0.3
set format x '%g'
set lmargin at screen 0.2987; set rmargin at screen 0.5050; set tmargin at screen 0.5224; set bmargin at screen 0.1493
set yrange [40:100]
plot 'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cocoop@small') ? column('value') : NaN) with linespoints ls 3 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cocoop@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 3 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'tip-adapter@small') ? column('value') : NaN) with linespoints ls 4 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'tip-adapter@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 4 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'tip-adapter-f@small') ? column('value') : NaN) with linespoints ls 5 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'tip-adapter-f@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 5 left offset 0.7,0.5 notitle
unset title
unset ylabel
set format y ''
set xlabel 'ID accuracy (%) ↑' offset 0,0.3
set format x '%g'
set lmargin at screen 0.5380; set rmargin at screen 0.7442; set tmargin at screen 0.5224; set bmargin at screen 0.1493
set yrange [40:100]
plot 'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'cocoop@small') ? column('value') : NaN) with linespoints ls 3 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'cocoop@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 3 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'tip-adapter@small') ? column('value') : NaN) with linespoints ls 4 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'tip-adapter@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 4 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'tip-adapter-f@small') ? column('value') : NaN) with linespoints ls 5 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'tip-adapter-f@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 5 left offset 0.7,0.5 notitle
unset title
unset ylabel
set format y ''
set xlabel 'ID accuracy (%) ↑' offset 0,0.3
set format x '%g'
set lmargin at screen 0.7772; set rmargin at screen 0.9835; set tmargin at screen 0.5224; set bmargin at screen 0.1493
set yrange [40:100]
set label '' at screen 0.0404,0.0261 point ls 1
set label 'zeroshot' at screen 0.0569,0.0261 left
set label '' at screen 0.1378,0.0261 point ls 2
set label 'coop@small' at screen 0.1543,0.0261 left
set label '' at screen 0.2483,0.0261 point ls 3
set label 'cocoop@small' at screen 0.2649,0.0261 left
set label '' at screen 0.3721,0.0261 point ls 4
set label 'tip-adapter@small' at screen 0.3886,0.0261 left
set label '' at screen 0.5289,0.0261 point ls 5
set label 'tip-adapter-f@small' at screen 0.5454,0.0261 left
set label 'numbers: shots a class; bars: SD over seeds' at screen 0.6873,0.0261 left
plot 'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'cocoop@small') ? column('value') : NaN) with linespoints ls 3 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'cocoop@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 3 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'tip-adapter@small') ? column('value') : NaN) with linespoints ls 4 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'tip-adapter@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 4 left offset 0.7,0.5 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'tip-adapter-f@small') ? column('value') : NaN) with linespoints ls 5 lw 0.8 notitle, \
     'fashion-near-246-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'tip-adapter-f@small') && strcol('shots') eq '4' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 5 left offset 0.7,0.5 notitle
unset multiplot
