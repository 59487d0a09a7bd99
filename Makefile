# Each target sets up what it needs (see .ci/setup); a second run starts in seconds.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help serve test check build site watch bench bench-peers fuzz unit end2end deny budgets

ENV := . .tools/env
LISTEN ?= 127.0.0.1:3000
DATA ?= data
MEMBERS ?= 2000

help: ## this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "make %-11s %s\n", $$1, $$2 }'

serve: ## build quickly, load the demonstration centre, and serve it on http://127.0.0.1:3000
	@exec .ci/serve $(DATA) $(LISTEN) $(MEMBERS)

test: ## everything: format, lints, licences, Rust tests, browser tests, size budgets
	@began=$$(date +%s); .ci/setup test; \
	for part in lint site budgets unit deny end2end; do \
		printf '\n== %s (after %d s)\n' $$part $$(($$(date +%s) - began)); $(MAKE) --no-print-directory $$part; \
	done; printf '\n== all of it in %d s\n' $$(($$(date +%s) - began))

check: ## format, lints, who imports whom, and the tests of the rules and pages: under a minute on a warm tree
	@.ci/setup build
	@$(MAKE) --no-print-directory lint
	@$(ENV); cargo test -q -p fund -p app --features app/ssr --lib

.PHONY: lint
lint:
	@$(ENV); cargo fmt --all --check
	@node .ci/arrows.mjs
	@$(ENV); cargo clippy -q --workspace --all-targets --features app/ssr -- -D warnings
	@$(ENV); cargo clippy -q -p app --lib --no-default-features --features hydrate --target wasm32-unknown-unknown -- -D warnings

build: ## target/release/anju: one file with everything inside, optimised: for a centre
	@.ci/setup build
	@.ci/site
	@echo 'server, optimised (first time about 10 minutes on two cores)'; $(ENV); cargo build -q --release -p server

site:
	@.ci/setup build
	@.ci/site

unit:
	@$(ENV); cargo nextest run --workspace --features app/ssr --no-fail-fast
	@$(ENV); cargo test -q --workspace --features app/ssr --doc

deny:
	@$(ENV); cargo deny --config .ci/deny.toml --log-level error check licenses bans sources

budgets:
	@node .ci/budgets.mjs target/site

# The server the tests were built with (built alone, half of its libraries would be compiled anew, since tests ask them for more),
# which also checks its arithmetic; the islands as they are shipped. With
# ANJU=target/release/anju the optimised one.
ANJU ?= target/debug/anju
end2end:
	@$(ENV); [ $(ANJU) != target/debug/anju ] || cargo test -q --workspace --features app/ssr --no-run
	@$(ENV); node end2end/run.mjs $(ANJU)

watch: ## live reload while you edit (cargo-leptos)
	@.ci/setup watch
	@$(ENV); cargo leptos watch

FUZZ_SECONDS ?= 300
# Built apart and hardly optimised: with the release profile the instrumented build takes longer than the fuzzing.
fuzz: export CARGO_PROFILE_RELEASE_LTO = off
fuzz: export CARGO_PROFILE_RELEASE_CODEGEN_UNITS = 16
fuzz: export CARGO_PROFILE_RELEASE_OPT_LEVEL = 1
fuzz: ## five minutes of made-up queries for every calculator; finds stay in server/fuzz/artifacts
	@.ci/setup fuzz
	@mkdir -p target/fuzz-corpus
	@$(ENV); cargo fuzz run --fuzz-dir server/fuzz --target-dir target/fuzz --sanitizer none --features target \
		query target/fuzz-corpus server/fuzz/corpus/query -- -max_total_time=$(FUZZ_SECONDS) -max_len=2000 -timeout=10

bench: build ## measure: schedules, estimate page, bookings, import, memory
	@.ci/setup test
	@$(ENV); .ci/bench

bench-peers: build ## measure beside Next.js, SvelteKit, Django on PostgreSQL and a bare SQLite connection
	@$(ENV); server/benches/peers/run
