# Source a9751c8dd34a (105 records); mean and sample standard deviation over seeds in %; OOD: animal-mnist-test, brain-mri, mnist-5k-test, optdigits
# Draw it in this folder: gnuplot fashion-near-246-heatmap-far.gp
# As PNG: gnuplot -e "term='pngcairo'; out='fashion-near-246-heatmap-far.png'" fashion-near-246-heatmap-far.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='fashion-near-246-heatmap-far.svg'
if (term eq 'svg') {
  set terminal svg size 1154,614 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 2308,1228 font 'sans,12' fontscale 2 \
    linewidth 2 pointscale 2 noenhanced background '#ffffff'
} else {
  set terminal @term
} }
set output out
set encoding utf8
set datafile separator ','
set datafile columnheaders
set datafile missing ''
unset key
unset colorbox
unset border
set tics scale 0
set xtics ('energy' 0, 'max-logit' 1, 'mcm' 2, 'msp' 3)
set palette defined (0 '#f4f8fc', 1 '#6baed6')
set xrange [-0.5:3.5]
set yrange [20.5:-0.5]
set multiplot
set title 'FPR95 id-nearest (%) ↓' offset 0,-0.7
set lmargin at screen 0.3414; set rmargin at screen 0.6534
set tmargin at screen 0.9479; set bmargin at screen 0.0586
set ytics ('ce-policy, clean, 16 shots' 0, 'ce-policy, label-noise:rate=0.2, 16 shots' 1, 'ce-policy, label-noise:rate=0.4, 16 shots' 2, 'cross-entropy, clean, 16 shots' 3, 'cross-entropy, label-noise:rate=0.2, 16 shots' 4, 'cross-entropy, label-noise:rate=0.4, 16 shots' 5, 'exact, clean, 16 shots' 6, 'exact, label-noise:rate=0.2, 16 shots' 7, 'exact, label-noise:rate=0.4, 16 shots' 8, 'gce, clean, 16 shots' 9, 'gce, label-noise:rate=0.2, 16 shots' 10, 'gce, label-noise:rate=0.4, 16 shots' 11, 'grpo, clean, 16 shots' 12, 'grpo, label-noise:rate=0.2, 16 shots' 13, 'grpo, label-noise:rate=0.4, 16 shots' 14, 'ppo, clean, 16 shots' 15, 'ppo, label-noise:rate=0.2, 16 shots' 16, 'ppo, label-noise:rate=0.4, 16 shots' 17, 'rloo, clean, 16 shots' 18, 'rloo, label-noise:rate=0.2, 16 shots' 19, 'rloo, label-noise:rate=0.4, 16 shots' 20)
plot 'fashion-near-246-heatmap-far.csv' using (strcol('metric') eq 'fpr95/id-nearest' ? column('x') : NaN):(column('y')):(0.49):(0.48):(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \
     'fashion-near-246-heatmap-far.csv' using (strcol('metric') eq 'fpr95/id-nearest' ? column('x') : NaN):(column('y')):(strcol('text')) with labels
set title 'AUROC (%) ↑' offset 0,-0.7
set lmargin at screen 0.6742; set rmargin at screen 0.9861
set tmargin at screen 0.9479; set bmargin at screen 0.0586
unset ytics
plot 'fashion-near-246-heatmap-far.csv' using (strcol('metric') eq 'auroc' ? column('x') : NaN):(column('y')):(0.49):(0.48):(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \
     'fashion-near-246-heatmap-far.csv' using (strcol('metric') eq 'auroc' ? column('x') : NaN):(column('y')):(strcol('text')) with labels
unset multiplot
