# Two commands set everything up on a bare Debian 12 machine with the Swift toolchain:
#   make quickstart   installs, builds, fetches data and runs the main job
#   make test         installs, builds and passes the tests

PACKAGES = libopenblas-dev libpng-dev libcsv-dev libjpeg62-turbo-dev zlib1g-dev libssl-dev \
	pkg-config gnuplot-nox unzip python3 python3-pip
ACCEPTANCE_PACKAGES = git locales texlive-latex-base texlive-latex-recommended chromium chromium-driver
ACCEPTANCE = completions reviewer reruns same-bytes progress report resume kill-storm
BUILD = swift build -c release --product ood
OOD = .build/release/ood
# The kernels every AVX2 processor has: the same bits on every machine.
export OPENBLAS_CORETYPE ?= Haswell

.PHONY: quickstart test acceptance packages build data lint install install-files clean
quickstart: packages build data
	rm -rf out/quickstart out/plots-gnuplot/quickstart
	$(OOD) sweep sweeps/quickstart.yaml --out out
	scripts/compare-tables results/quickstart/tables out/quickstart/tables

test: packages
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build --disable-xctest
	OOD=.build/debug/ood REGENERATE_LIMIT=60 Tests/Acceptance/reviewer --quick
	OOD=.build/debug/ood Tests/Acceptance/completions

# Black-box tests of whole sweeps: kills, signals, full disks, terminals, clones; some minutes.
acceptance: PACKAGES += $(ACCEPTANCE_PACKAGES)
acceptance: packages build
	scripts/fetch-data gray28 emoji
	for script in $(ACCEPTANCE); do Tests/Acceptance/$$script || exit 1; done

packages:
	scripts/install-packages $(PACKAGES)

build:
	$(BUILD)

data:
	scripts/fetch-data gray28

lint:
	swift format lint --strict --parallel --recursive Sources Tests benchmarks Package.swift
	scripts/check-imports

install: build install-files

# What is built already, with completions where shells look for them.
SHARE = $(DESTDIR)$(or $(PREFIX),/usr/local)/share
install-files:
	install -D $(OOD) $(DESTDIR)$(or $(PREFIX),/usr/local)/bin/ood
	install -d $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	$(OOD) --generate-completion-script bash > $(SHARE)/bash-completion/completions/ood
	$(OOD) --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_ood
	$(OOD) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/ood.fish

clean:
	rm -rf .build out cache
