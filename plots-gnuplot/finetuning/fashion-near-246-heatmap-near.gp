# Source d19d1d00f9de (177 records); mean and sample standard deviation over seeds in %; OOD: fashion-mnist-test-held-out
# Draw it in this folder: gnuplot fashion-near-246-heatmap-near.gp
# As PNG: gnuplot -e "term='pngcairo'; out='fashion-near-246-heatmap-near.png'" fashion-near-246-heatmap-near.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='fashion-near-246-heatmap-near.svg'
if (term eq 'svg') {
  set terminal svg size 1426,1602 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 2852,3204 font 'sans,12' fontscale 2 \
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
set xtics ('energy' 0, 'gen' 1, 'knn' 2, 'max-logit' 3, 'mcm' 4, 'msp' 5)
set palette defined (0 '#f4f8fc', 1 '#6baed6')
set xrange [-0.5:5.5]
set yrange [58.5:-0.5]
set multiplot
set title 'FPR95 id-nearest (%) ↓' offset 0,-0.7
set lmargin at screen 0.2146; set rmargin at screen 0.5933
set tmargin at screen 0.9800; set bmargin at screen 0.0225
set ytics ('zeroshot' 0, 'zeroshot-ensemble' 1, 'linear-probe, 1 shot' 2, 'linear-probe, 4 shots' 3, 'linear-probe, 16 shots' 4, 'coop@small, 1 shot' 5, 'coop@small, 4 shots' 6, 'coop@small, 16 shots' 7, 'cocoop@small, 1 shot' 8, 'cocoop@small, 4 shots' 9, 'cocoop@small, 16 shots' 10, 'kgcoop@small, 1 shot' 11, 'kgcoop@small, 4 shots' 12, 'kgcoop@small, 16 shots' 13, 'locoop@small, 1 shot' 14, 'locoop@small, 4 shots' 15, 'locoop@small, 16 shots' 16, 'vpt-shallow@small, 1 shot' 17, 'vpt-shallow@small, 4 shots' 18, 'vpt-shallow@small, 16 shots' 19, 'vpt-deep@small, 1 shot' 20, 'vpt-deep@small, 4 shots' 21, 'vpt-deep@small, 16 shots' 22, 'maple@small, 1 shot' 23, 'maple@small, 4 shots' 24, 'maple@small, 16 shots' 25, 'ivlp@small, 1 shot' 26, 'ivlp@small, 4 shots' 27, 'ivlp@small, 16 shots' 28, 'clip-adapter@small, 1 shot' 29, 'clip-adapter@small, 4 shots' 30, 'clip-adapter@small, 16 shots' 31, 'tip-adapter@small, 1 shot' 32, 'tip-adapter@small, 4 shots' 33, 'tip-adapter@small, 16 shots' 34, 'tip-adapter-f@small, 1 shot' 35, 'tip-adapter-f@small, 4 shots' 36, 'tip-adapter-f@small, 16 shots' 37, 'lora@small, 1 shot' 38, 'lora@small, 4 shots' 39, 'lora@small, 16 shots' 40, 'bitfit@small, 1 shot' 41, 'bitfit@small, 4 shots' 42, 'bitfit@small, 16 shots' 43, 'full@small, 1 shot' 44, 'full@small, 4 shots' 45, 'full@small, 16 shots' 46, 'flyp@small, 1 shot' 47, 'flyp@small, 4 shots' 48, 'flyp@small, 16 shots' 49, 'wise-ft@small, 1 shot' 50, 'wise-ft@small, 4 shots' 51, 'wise-ft@small, 16 shots' 52, 'lp-ft@small, 1 shot' 53, 'lp-ft@small, 4 shots' 54, 'lp-ft@small, 16 shots' 55, 'gradual-unfreezing@small, 1 shot' 56, 'gradual-unfreezing@small, 4 shots' 57, 'gradual-unfreezing@small, 16 shots' 58)
plot 'fashion-near-246-heatmap-near.csv' using (strcol('metric') eq 'fpr95/id-nearest' ? column('x') : NaN):(column('y')):(0.49):(0.48):(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \
     'fashion-near-246-heatmap-near.csv' using (strcol('metric') eq 'fpr95/id-nearest' ? column('x') : NaN):(column('y')):(strcol('text')) with labels
set title 'AUROC (%) ↑' offset 0,-0.7
set lmargin at screen 0.6101; set rmargin at screen 0.9888
set tmargin at screen 0.9800; set bmargin at screen 0.0225
unset ytics
plot 'fashion-near-246-heatmap-near.csv' using (strcol('metric') eq 'auroc' ? column('x') : NaN):(column('y')):(0.49):(0.48):(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \
     'fashion-near-246-heatmap-near.csv' using (strcol('metric') eq 'auroc' ? column('x') : NaN):(column('y')):(strcol('text')) with labels
unset multiplot
