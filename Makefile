# Two commands set everything up on a bare Debian 12 machine with the Swift toolchain:
#   make quickstart   installs, builds, fetches data and runs the main job
#   make test         installs, builds and passes the tests

PACKAGES = libopenblas-dev libpng-dev libcsv-dev libjpeg62-turbo-dev zlib1g-dev libssl-dev \
	pkg-config gnuplot-nox unzip python3 python3-pip
BUILD = swift build -c release --product ood
OOD = .build/release/ood
# The kernels every AVX2 processor has: the same bits on every machine.
export OPENBLAS_CORETYPE ?= Haswell

.PHONY: quickstart test acceptance packages build data lint install clean
quickstart: packages build data
	rm -rf out/quickstart out/plots-gnuplot/quickstart
	$(OOD) sweep sweeps/quickstart.yaml --out out
	scripts/compare-tables results/quickstart/tables out/quickstart/tables

test: packages
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build --disable-xctest

# Black-box tests of whole sweeps: kills, signals, full disks, terminals; some minutes.
acceptance: packages build data
	scripts/install-packages chromium chromium-driver
	for script in same-bytes resume progress report kill-storm; do Tests/Acceptance/$$script || exit 1; done

packages:
	scripts/install-packages $(PACKAGES)

build:
	$(BUILD)

data:
	scripts/fetch-data gray28

lint:
	swift format lint --strict --parallel --recursive Sources Tests benchmarks Package.swift
	scripts/check-imports

install: build
	install -D $(OOD) $(DESTDIR)$(or $(PREFIX),/usr/local)/bin/ood

clean:
	rm -rf .build out cache
