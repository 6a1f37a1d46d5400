# Source 542d18e5c060 (6 records); mean and sample standard deviation over seeds in %; OOD: animal-mnist-test, brain-mri, fashion-mnist-test
# Draw it in this folder: gnuplot digits-shots-far.gp
# As PNG: gnuplot -e "term='pngcairo'; out='digits-shots-far.png'" digits-shots-far.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='digits-shots-far.svg'
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
plot '+' using 1:(26.933333):(26.933333) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     26.933333 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'dice' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot '+' using 1:(18.703172):(19.696828) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     19.200000 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'doctor' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot '+' using 1:(99.200000):(99.200000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.200000 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'energy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot '+' using 1:(18.000000):(18.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     18.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'entropy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot '+' using 1:(98.800000):(98.800000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     98.800000 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'fdbd' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot '+' using 1:(18.342116):(19.835662) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     19.088889 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gen' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(98.733333):(98.733333) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     98.733333 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gl-mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(99.533333):(99.533333) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.533333 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gradnorm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(99.000000):(99.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'kl-matching' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(30.933333):(30.933333) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     30.933333 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'knn' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(5.686254):(7.024857) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     6.355556 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'mahalanobis' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(1.967724):(2.298943) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     2.133333 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'max-logit' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(12.866667):(12.866667) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     12.866667 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(99.733333):(99.733333) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.733333 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'msp' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(99.666667):(99.666667) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.666667 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'nci' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(13.966368):(14.655854) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     14.311111 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'neglabel' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(12.800000):(12.800000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     12.800000 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'nnguide' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(17.233035):(17.922521) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     17.577778 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'odin' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(99.800000):(99.800000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.800000 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'react' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(21.326608):(21.517837) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     21.422222 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'relation' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(9.724997):(13.563892) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     11.644444 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'residual' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(1.385035):(4.214965) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     2.800000 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'rmds' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(5.247508):(17.285826) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     11.266667 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'she' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(7.620189):(10.779811) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     9.200000 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'temperature-scaling' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.5973; set bmargin at screen 0.5182
set yrange [0:100]
plot '+' using 1:(99.733333):(99.733333) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.733333 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'variance' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.5973; set bmargin at screen 0.5182
set yrange [0:100]
plot '+' using 1:(98.333333):(98.333333) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     98.333333 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'vim' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.5973; set bmargin at screen 0.5182
set yrange [0:100]
plot '+' using 1:(1.452626):(3.747374) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     2.600000 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'ash-p' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [10:100]
plot '+' using 1:(88.297733):(88.297733) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     88.297733 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'dice' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [10:100]
plot '+' using 1:(93.322522):(93.881567) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     93.602044 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'doctor' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [10:100]
plot '+' using 1:(18.676533):(18.676533) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     18.676533 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'energy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [10:100]
plot '+' using 1:(95.311067):(95.311067) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     95.311067 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'entropy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [10:100]
plot '+' using 1:(17.800800):(17.800800) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     17.800800 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'fdbd' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [10:100]
plot '+' using 1:(96.089418):(96.235649) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     96.162533 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gen' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [10:100]
plot '+' using 1:(17.110400):(17.110400) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     17.110400 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gl-mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [10:100]
plot '+' using 1:(14.324400):(14.324400) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     14.324400 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gradnorm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [10:100]
plot '+' using 1:(19.234267):(19.234267) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     19.234267 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'kl-matching' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [10:100]
plot '+' using 1:(92.251467):(92.251467) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     92.251467 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'knn' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [10:100]
plot '+' using 1:(98.727737):(98.925508) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     98.826622 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'mahalanobis' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [10:100]
plot '+' using 1:(99.605975):(99.687714) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.646844 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'max-logit' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [10:100]
plot '+' using 1:(96.121467):(96.121467) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     96.121467 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [10:100]
plot '+' using 1:(18.735733):(18.735733) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     18.735733 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'msp' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [10:100]
plot '+' using 1:(21.277333):(21.277333) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     21.277333 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'nci' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [10:100]
plot '+' using 1:(97.042052):(97.168348) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     97.105200 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'neglabel' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [10:100]
plot '+' using 1:(96.095867):(96.095867) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     96.095867 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'nnguide' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [10:100]
plot '+' using 1:(96.011264):(96.104647) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     96.057956 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'odin' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [10:100]
plot '+' using 1:(17.140000):(17.140000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     17.140000 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'react' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [10:100]
plot '+' using 1:(94.527155):(94.548845) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     94.538000 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'relation' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [10:100]
plot '+' using 1:(95.329016):(96.392495) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     95.860756 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'residual' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [10:100]
plot '+' using 1:(99.347527):(99.507495) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.427511 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'rmds' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [10:100]
plot '+' using 1:(94.651434):(98.451321) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     96.551378 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'she' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [10:100]
plot '+' using 1:(97.107182):(98.405351) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     97.756267 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'temperature-scaling' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.1108; set bmargin at screen 0.0316
set yrange [10:100]
plot '+' using 1:(22.345200):(22.345200) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     22.345200 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'variance' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.1108; set bmargin at screen 0.0316
set yrange [10:100]
plot '+' using 1:(16.955200):(16.955200) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     16.955200 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'vim' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.1108; set bmargin at screen 0.0316
set yrange [10:100]
set arrow from screen 0.3493,0.0055 to screen 0.3650,0.0055 nohead ls 1 dt 2
set label 'zeroshot' at screen 0.3683,0.0055 left
set arrow from screen 0.4152,0.0055 to screen 0.4308,0.0055 nohead ls 2 dt 2
set label '' at screen 0.4230,0.0055 point ls 2
set label 'lora@small' at screen 0.4342,0.0055 left
set label 'bands: 95 % t-intervals over 3 seeds' at screen 0.4900,0.0055 left
plot '+' using 1:(99.375943):(99.546545) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.461244 with lines ls 1 dt 2 notitle, \
     'digits-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
unset multiplot
