# The front door: every command a person or CI needs. The recipes themselves are in tools/.
PORT ?= 8080
.DEFAULT_GOAL := help
.PHONY: help setup build run demo test check format bench fuzz soak clean

help: ## Show these commands
	@sed -nE 's/^([a-z]+):.*## (.*)/\1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name what; do printf '  make %-7s %s\n' "$$name" "$$what"; done

setup: ## Install what building needs: Debian packages and npm packages
	@tools/setup run build

build: setup ## Build the program: build/release/wijktafel
	@tools/build release wijktafel

run: build ## Build, fill the demo neighbourhood and open it on http://127.0.0.1:8080
	@PORT=$(PORT) tools/serve-demo

demo: build ## Fill the demo neighbourhood again from its first day
	@tools/fill-demo --again

test: ## Everything that says whether it works: suites on both databases, guards, browser journeys
	@tools/test

check: ## Everything that says whether it is sound: format, clang-tidy, the suites under sanitizers, a little fuzzing
	@tools/check

format: ## Put every source file in the project's format
	@tools/setup check
	@tools/format --write

bench: ## Measure speed and memory; one part: tools/bench kept
	@tools/bench

fuzz: ## Give every parser RUNS inputs (10000000) that a fuzzer thinks up, under sanitizers
	@tools/setup build check
	@tools/fuzz

soak: ## Kill the program and PostgreSQL under load for SOAK_MINUTES (30), and look whether all is there
	@tools/soak

clean: ## Throw away what was built (the demo neighbourhood too)
	@rm -rf build
