// Bookings a second over HTTP at concurrency 64 (or $CONCURRENCY), beside what the same disk takes in single fsyncs; those
// are left out without DIR. Callers take turns among $PEOPLE (as many as callers; a multiple of it), each booking and cancelling
// at once: the fewer there are, the longer the history of each, which people do not have.
//
//   node .ci/bench.mjs URL PEOPLE.CSV SECONDS [DIR]
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";

const [url, people, seconds, dir] = process.argv.slice(2);
const CONCURRENCY = Number(process.env.CONCURRENCY ?? 64);
const PEOPLE = Number(process.env.PEOPLE ?? CONCURRENCY);
const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
const span = Number(seconds) * 1000;

function call(method, path, body, cookie) {
	const headers = { "content-type": "application/json", ...(cookie && { cookie }) };
	return new Promise((resolve, reject) => {
		const sent = request(url + path, { method, agent, headers }, (answer) => {
			let text = "";
			answer.on("data", (chunk) => (text += chunk));
			answer.on("end", () =>
				resolve({ status: answer.statusCode, headers: answer.headers, json: text && JSON.parse(text) }),
			);
		});
		sent.on("error", reject);
		sent.end(body && JSON.stringify(body));
	});
}

function fsyncs() {
	const file = openSync(join(dir, "fsync"), "w");
	const until = Date.now() + Math.min(span, 3000);
	let count = 0;
	const began = Date.now();
	while (Date.now() < until) {
		writeSync(file, "x".repeat(4096));
		fsyncSync(file);
		count += 1;
	}
	closeSync(file);
	return Math.round((count * 1000) / (Date.now() - began));
}

const accounts = readFileSync(people, "utf8").split("\n").slice(1).filter(Boolean).slice(0, PEOPLE);
const cookies = [];
for (const line of accounts) {
	const [id_number, password] = line.split(",");
	const answer = await call("POST", "/api/v1/session", { id_number, password });
	if (answer.status === 201) cookies.push(answer.headers["set-cookie"].map((c) => c.split(";")[0]).join("; "));
}
const { branches } = (await call("GET", "/api/v1/visit/branches")).json;
const from = new Date().toISOString().slice(0, 10);
const to = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
const service = "rent_withdrawal";
const slots = [];
for (const { code } of branches) {
	const path = `/api/v1/visit/slots?branch=${code}&service=${service}&from=${from}&to=${to}`;
	slots.push(...((await call("GET", path)).json.slots ?? []).map(({ id }) => id));
}

let booked = 0, refused = 0, number = 0;
const times = [];
const began = Date.now();
await Promise.all(
	cookies.slice(0, CONCURRENCY).map(async (_, caller) => {
		for (let turn = caller; Date.now() - began < span; turn += CONCURRENCY) {
			const cookie = cookies[turn % cookies.length];
			number += 1;
			const slot = slots[number % slots.length];
			const body = { slot, service, idempotency_key: `bench-${process.pid}-${number}` };
			const sent = performance.now();
			const answer = await call("POST", "/api/v1/visit/appointments", body, cookie);
			if (answer.status !== 201) {
				refused += 1;
				if (answer.status === 429) await new Promise((wait) => setTimeout(wait, 50));
				continue;
			}
			times.push(performance.now() - sent);
			booked += 1;
			await call("DELETE", `/api/v1/visit/appointments/${answer.json.code}`, undefined, cookie);
		}
	}),
);
const elapsed = (Date.now() - began) / 1000;
times.sort((a, b) => a - b);
const percentile = (share) => (times[Math.floor(times.length * share)] ?? NaN).toFixed(1);
const writes = Math.round((2 * booked) / elapsed);
console.log(`signed in ${cookies.length}, slots ${slots.length}`);
console.log(`bookings  ${Math.round(booked / elapsed)}/s and as many cancellations: ${writes} commits/s, ${refused} refused`);
console.log(`latency   p50 ${percentile(0.5)} ms, p99 ${percentile(0.99)} ms of a booking`);
if (dir) console.log(`fsync     ${fsyncs()}/s (4 KiB, one after another, same disk)`);
agent.destroy();
