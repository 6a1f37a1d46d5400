# Source 542d18e5c060 (6 records); mean and sample standard deviation over seeds in %; OOD: animal-mnist-test, brain-mri, fashion-mnist-test
# Draw it in this folder: gnuplot digits-accuracy-far.gp
# As PNG: gnuplot -e "term='pngcairo'; out='digits-accuracy-far.png'" digits-accuracy-far.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='digits-accuracy-far.svg'
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
set xrange [25:50]
set multiplot
set title 'ash-p' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'ash-p' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'ash-p' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'dice' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'dice' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'dice' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'doctor' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'doctor' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'doctor' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'energy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'entropy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'entropy' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'entropy' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'fdbd' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'fdbd' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'fdbd' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'gen' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gen' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gen' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'gl-mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'gradnorm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'kl-matching' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'knn' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'knn' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'knn' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'mahalanobis' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'max-logit' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'msp' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'nci' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nci' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nci' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'neglabel' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'neglabel' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'neglabel' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'nnguide' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nnguide' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nnguide' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'odin' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'odin' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'odin' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'react' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'react' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'react' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'relation' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'relation' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'relation' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'residual' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'residual' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'residual' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'rmds' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rmds' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rmds' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'she' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'she' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'she' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'temperature-scaling' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.5973; set bmargin at screen 0.5182
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'variance' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.5973; set bmargin at screen 0.5182
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'variance' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'variance' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'vim' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.5973; set bmargin at screen 0.5182
set yrange [0:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'vim' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'vim' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'ash-p' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'ash-p' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'ash-p' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'dice' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'dice' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'dice' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'doctor' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'doctor' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'doctor' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'energy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'entropy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'entropy' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'entropy' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'fdbd' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'fdbd' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'fdbd' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'gen' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gen' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gen' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'gl-mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'gradnorm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'kl-matching' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'knn' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'knn' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'knn' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'mahalanobis' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'max-logit' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'msp' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'nci' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nci' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nci' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'neglabel' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'neglabel' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'neglabel' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'nnguide' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nnguide' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nnguide' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'odin' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'odin' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'odin' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'react' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'react' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'react' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'relation' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'relation' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'relation' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'residual' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'ID accuracy (%) ↑' offset 0,0.3
set format x '%g'
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'residual' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'residual' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'rmds' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'ID accuracy (%) ↑' offset 0,0.3
set format x '%g'
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rmds' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rmds' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'she' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'ID accuracy (%) ↑' offset 0,0.3
set format x '%g'
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'she' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'she' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'temperature-scaling' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
set xlabel 'ID accuracy (%) ↑' offset 0,0.3
set format x '%g'
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.1108; set bmargin at screen 0.0316
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'variance' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'ID accuracy (%) ↑' offset 0,0.3
set format x '%g'
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.1108; set bmargin at screen 0.0316
set yrange [10:100]
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'variance' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'variance' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
set title 'vim' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'ID accuracy (%) ↑' offset 0,0.3
set format x '%g'
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.1108; set bmargin at screen 0.0316
set yrange [10:100]
set label '' at screen 0.3415,0.0055 point ls 1
set label 'zeroshot' at screen 0.3527,0.0055 left
set label '' at screen 0.4074,0.0055 point ls 2
set label 'lora@small' at screen 0.4185,0.0055 left
set label 'numbers: shots a class; bars: SD over seeds' at screen 0.4743,0.0055 left
plot 'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'vim' && strcol('method') eq 'zeroshot') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 1 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'vim' && strcol('method') eq 'zeroshot') ? column('value') : NaN) with linespoints ls 1 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('accuracy_sd')):(column('value_sd')) with xyerrorbars ls 2 pt -1 lw 0.6 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 lw 0.8 notitle, \
     'digits-accuracy-far.csv' using (column('accuracy')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') && strcol('shots') eq '16' ? column('value') : NaN):(strcol('shots')) with labels font ',9' tc ls 2 left offset 0.7,0.5 notitle
unset multiplot
