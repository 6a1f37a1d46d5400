# Source 447d935f49e9 (1 records); mean and sample standard deviation over seeds in %; OOD: fashion-mnist-test-held-out
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
set border 3 lw 0.7
set tics nomirror scale 0.5
unset key
set grid lc rgb '#c8c8c8' lw 0.6 dt 3
set logscale x 2
set xtics ()
set xrange [0.8:1.25]
set multiplot
set title 'energy' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0594; set rmargin at screen 0.2657; set tmargin at screen 0.9366; set bmargin at screen 0.5634
set yrange [92:100]
plot 94.200000 with lines ls 1 dt 2 notitle
set title 'max-logit' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2987; set rmargin at screen 0.5050; set tmargin at screen 0.9366; set bmargin at screen 0.5634
set yrange [92:100]
plot 93.400000 with lines ls 1 dt 2 notitle
set title 'mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5380; set rmargin at screen 0.7442; set tmargin at screen 0.9366; set bmargin at screen 0.5634
set yrange [92:100]
plot 98.166667 with lines ls 1 dt 2 notitle
set title 'msp' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.7772; set rmargin at screen 0.9835; set tmargin at screen 0.9366; set bmargin at screen 0.5634
set yrange [92:100]
plot 98.300000 with lines ls 1 dt 2 notitle
unset title
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.0594; set rmargin at screen 0.2657; set tmargin at screen 0.5224; set bmargin at screen 0.1493
set yrange [45:60]
plot 47.457119 with lines ls 1 dt 2 notitle
unset title
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.2987; set rmargin at screen 0.5050; set tmargin at screen 0.5224; set bmargin at screen 0.1493
set yrange [45:60]
plot 48.292817 with lines ls 1 dt 2 notitle
unset title
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.5380; set rmargin at screen 0.7442; set tmargin at screen 0.5224; set bmargin at screen 0.1493
set yrange [45:60]
plot 59.314643 with lines ls 1 dt 2 notitle
unset title
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.7772; set rmargin at screen 0.9835; set tmargin at screen 0.5224; set bmargin at screen 0.1493
set yrange [45:60]
set arrow from screen 0.4596,0.0261 to screen 0.4827,0.0261 nohead ls 1 dt 2
set label 'zeroshot' at screen 0.4876,0.0261 left
plot 52.611619 with lines ls 1 dt 2 notitle
unset multiplot
