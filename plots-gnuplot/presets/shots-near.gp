# Source bebfe19497e5 (6 records); mean and sample standard deviation over seeds in %; OOD: emojione-near, noto-near
# Draw it in this folder: gnuplot shots-near.gp
# As PNG: gnuplot -e "term='pngcairo'; out='shots-near.png'" shots-near.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='shots-near.svg'
if (term eq 'svg') {
  set terminal svg size 922,558 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 1844,1116 font 'sans,12' fontscale 2 \
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
set style line 6 lc rgb '#56B4E9' lw 1.6 dt 1 pt 6 ps 0.8
set border 3 lw 0.7
set tics nomirror scale 0.5
unset key
set grid lc rgb '#c8c8c8' lw 0.6 dt 3
set logscale x 2
set xtics (4)
set xrange [3.2:5]
set multiplot
set title 'mcm' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0781; set rmargin at screen 0.3492; set tmargin at screen 0.9391; set bmargin at screen 0.5806
set yrange [90:100]
plot 'shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'rmllm-free@small') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'rmllm-value@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'rarl@small') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'gmai3@small') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'one-stage-full@small') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'icft@small') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle
set title 'rationale-gap' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3926; set rmargin at screen 0.6638; set tmargin at screen 0.9391; set bmargin at screen 0.5806
set yrange [90:100]
plot 'shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rationale-gap' && strcol('method') eq 'rmllm-free@small') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rationale-gap' && strcol('method') eq 'rmllm-value@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rationale-gap' && strcol('method') eq 'rarl@small') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rationale-gap' && strcol('method') eq 'gmai3@small') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rationale-gap' && strcol('method') eq 'one-stage-full@small') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rationale-gap' && strcol('method') eq 'icft@small') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle
set title 'value' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.7072; set rmargin at screen 0.9783; set tmargin at screen 0.9391; set bmargin at screen 0.5806
set yrange [90:100]
plot 'shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'value' && strcol('method') eq 'rmllm-value@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
unset title
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.0781; set rmargin at screen 0.3492; set tmargin at screen 0.5412; set bmargin at screen 0.1828
set yrange [40:60]
plot 'shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'rmllm-free@small') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'rmllm-value@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'rarl@small') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'gmai3@small') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'one-stage-full@small') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'icft@small') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle
unset title
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.3926; set rmargin at screen 0.6638; set tmargin at screen 0.5412; set bmargin at screen 0.1828
set yrange [40:60]
plot 'shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rationale-gap' && strcol('method') eq 'rmllm-free@small') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rationale-gap' && strcol('method') eq 'rmllm-value@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rationale-gap' && strcol('method') eq 'rarl@small') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rationale-gap' && strcol('method') eq 'gmai3@small') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rationale-gap' && strcol('method') eq 'one-stage-full@small') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rationale-gap' && strcol('method') eq 'icft@small') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle
unset title
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.7072; set rmargin at screen 0.9783; set tmargin at screen 0.5412; set bmargin at screen 0.1828
set yrange [40:60]
set arrow from screen 0.0434,0.0645 to screen 0.0738,0.0645 nohead ls 1 dt 1
set label '' at screen 0.0586,0.0645 point ls 1
set label 'rmllm-free@small' at screen 0.0803,0.0645 left
set arrow from screen 0.2408,0.0645 to screen 0.2711,0.0645 nohead ls 2 dt 2
set label '' at screen 0.2560,0.0645 point ls 2
set label 'rmllm-value@small' at screen 0.2777,0.0645 left
set arrow from screen 0.4469,0.0645 to screen 0.4772,0.0645 nohead ls 3 dt 4
set label '' at screen 0.4620,0.0645 point ls 3
set label 'rarl@small' at screen 0.4837,0.0645 left
set arrow from screen 0.5922,0.0645 to screen 0.6226,0.0645 nohead ls 4 dt 5
set label '' at screen 0.6074,0.0645 point ls 4
set label 'gmai3@small' at screen 0.6291,0.0645 left
set arrow from screen 0.7462,0.0645 to screen 0.7766,0.0645 nohead ls 5 dt 3
set label '' at screen 0.7614,0.0645 point ls 5
set label 'one-stage-full@small' at screen 0.7831,0.0645 left
set arrow from screen 0.4382,0.0251 to screen 0.4685,0.0251 nohead ls 6 dt 1
set label '' at screen 0.4534,0.0251 point ls 6
set label 'icft@small' at screen 0.4751,0.0251 left
plot 'shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'value' && strcol('method') eq 'rmllm-value@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
unset multiplot
