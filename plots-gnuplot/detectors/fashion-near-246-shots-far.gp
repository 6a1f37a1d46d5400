# Source b6c8affda77e (6 records); mean and sample standard deviation over seeds in %; OOD: animal-mnist-test, brain-mri, mnist-5k-test, optdigits
# Draw it in this folder: gnuplot fashion-near-246-shots-far.gp
# As PNG: gnuplot -e "term='pngcairo'; out='fashion-near-246-shots-far.png'" fashion-near-246-shots-far.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='fashion-near-246-shots-far.svg'
if (term eq 'svg') {
  set terminal svg size 1792,2528 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 3584,5056 font 'sans,12' fontscale 2 \
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
set border 3 lw 0.7
set tics nomirror scale 0.5
unset key
set grid lc rgb '#c8c8c8' lw 0.6 dt 3
set logscale x 2
set xtics (16)
set xrange [12.8:20]
set multiplot
set title 'ash-p' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot '+' using 1:(86.950000):(86.950000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     86.950000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'dice' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot '+' using 1:(57.049558):(58.483775) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     57.766667 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'doctor' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot '+' using 1:(87.150000):(87.150000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     87.150000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'energy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot '+' using 1:(30.800000):(30.800000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     30.800000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'entropy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot '+' using 1:(83.550000):(83.550000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     83.550000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'fdbd' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot '+' using 1:(58.506564):(63.493436) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     61.000000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gen' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(80.750000):(80.750000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     80.750000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gl-mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(90.500000):(90.500000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     90.500000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gradnorm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(86.400000):(86.400000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     86.400000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'kl-matching' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(66.400000):(66.400000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     66.400000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'knn' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(29.970943):(40.262391) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     35.116667 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'mahalanobis' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(92.816897):(95.449770) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     94.133333 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'max-logit' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(35.450000):(35.450000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     35.450000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(86.450000):(86.450000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     86.450000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'msp' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(89.900000):(89.900000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     89.900000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'nci' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(40.638633):(46.694700) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     43.666667 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'neglabel' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(76.500000):(76.500000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     76.500000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'nnguide' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(28.728528):(33.004806) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     30.866667 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'odin' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(85.000000):(85.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     85.000000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'react' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(27.529823):(28.103510) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     27.816667 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'relation' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(43.866185):(85.367148) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     64.616667 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'residual' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(89.667329):(100.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     95.700000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'rmds' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(53.374913):(70.891754) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     62.133333 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'she' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(54.987361):(74.245972) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     64.616667 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'temperature-scaling' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.5973; set bmargin at screen 0.5182
set yrange [0:100]
plot '+' using 1:(90.450000):(90.450000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     90.450000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'variance' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.5973; set bmargin at screen 0.5182
set yrange [0:100]
plot '+' using 1:(82.500000):(82.500000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     82.500000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'vim' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.5973; set bmargin at screen 0.5182
set yrange [0:100]
plot '+' using 1:(83.281597):(100.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     92.000000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'ash-p' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [30:100]
plot '+' using 1:(65.007000):(65.007000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     65.007000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'dice' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [30:100]
plot '+' using 1:(76.820826):(78.196241) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     77.508533 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'doctor' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [30:100]
plot '+' using 1:(54.241500):(54.241500) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     54.241500 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'energy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [30:100]
plot '+' using 1:(92.866100):(92.866100) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     92.866100 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'entropy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [30:100]
plot '+' using 1:(56.576800):(56.576800) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     56.576800 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'fdbd' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [30:100]
plot '+' using 1:(82.208328):(85.023738) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     83.616033 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gen' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [30:100]
plot '+' using 1:(62.981700):(62.981700) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     62.981700 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gl-mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [30:100]
plot '+' using 1:(60.113400):(60.113400) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     60.113400 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gradnorm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [30:100]
plot '+' using 1:(54.710400):(54.710400) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     54.710400 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'kl-matching' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [30:100]
plot '+' using 1:(74.993900):(74.993900) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     74.993900 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'knn' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [30:100]
plot '+' using 1:(93.270673):(93.458393) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     93.364533 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'mahalanobis' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [30:100]
plot '+' using 1:(71.891454):(73.267146) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     72.579300 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'max-logit' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [30:100]
plot '+' using 1:(91.923200):(91.923200) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     91.923200 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [30:100]
plot '+' using 1:(61.625500):(61.625500) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     61.625500 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'msp' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [30:100]
plot '+' using 1:(53.954500):(53.954500) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     53.954500 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'nci' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [30:100]
plot '+' using 1:(84.887399):(86.188267) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     85.537833 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'neglabel' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [30:100]
plot '+' using 1:(76.977400):(76.977400) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     76.977400 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'nnguide' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [30:100]
plot '+' using 1:(93.311924):(94.207276) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     93.759600 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'odin' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [30:100]
plot '+' using 1:(63.178800):(63.178800) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     63.178800 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'react' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [30:100]
plot '+' using 1:(93.445590):(93.505410) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     93.475500 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'relation' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [30:100]
plot '+' using 1:(77.964730):(92.670070) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     85.317400 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'residual' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [30:100]
plot '+' using 1:(55.627429):(66.596904) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     61.112167 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'rmds' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [30:100]
plot '+' using 1:(82.931956):(89.356111) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     86.144033 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'she' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [30:100]
plot '+' using 1:(84.536441):(89.180159) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     86.858300 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'temperature-scaling' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.1108; set bmargin at screen 0.0316
set yrange [30:100]
plot '+' using 1:(53.797400):(53.797400) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     53.797400 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'variance' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.1108; set bmargin at screen 0.0316
set yrange [30:100]
plot '+' using 1:(68.439800):(68.439800) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     68.439800 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'vim' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.1108; set bmargin at screen 0.0316
set yrange [30:100]
set arrow from screen 0.3493,0.0055 to screen 0.3650,0.0055 nohead ls 1 dt 2
set label 'zeroshot' at screen 0.3683,0.0055 left
set arrow from screen 0.4152,0.0055 to screen 0.4308,0.0055 nohead ls 2 dt 2
set label '' at screen 0.4230,0.0055 point ls 2
set label 'lora@small' at screen 0.4342,0.0055 left
set label 'bands: 95 % t-intervals over 3 seeds' at screen 0.4900,0.0055 left
plot '+' using 1:(71.358977):(78.716957) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     75.037967 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
unset multiplot
