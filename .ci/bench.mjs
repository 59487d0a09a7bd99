// Bookings a second over HTTP at concurrency 64 (or $CONCURRENCY), beside what the same disk takes in single fsyncs; those
// are left out without DIR. Callers take turns among $PEOPLE (as many as callers; a multiple of it).
//
// Each books and cancels at once, so that it can go on for ever. With CANCEL=after everybody books each service once, it ends
// when all have, and what was booked is cancelled when the time has been taken.
//
//   node .ci/bench.mjs URL PEOPLE.CSV SECONDS [DIR]
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";

const [url, people, seconds, dir] = process.argv.slice(2);
const CONCURRENCY = Number(process.env.CONCURRENCY ?? 64);
const AT_ONCE = process.env.CANCEL !== "after";
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
async function signIn(line) {
	const [id_number, password] = line.split(",");
	const answer = await call("POST", "/api/v1/session", { id_number, password });
	if (answer.status === 201) cookies.push(answer.headers["set-cookie"].map((c) => c.split(";")[0]).join("; "));
}
// No more at once than the server checks passwords.
for (let at = 0; at < accounts.length; at += 4) await Promise.all(accounts.slice(at, at + 4).map(signIn));

const { branches } = (await call("GET", "/api/v1/visit/branches")).json;
const from = new Date().toISOString().slice(0, 10);
const to = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
const bookable = AT_ONCE ? ["rent_withdrawal"] : (await call("GET", "/api/v1/visit/services")).json.services.map(({ code }) => code);
const services = [];
for (const service of bookable) {
	const slots = [];
	for (const { code } of branches) {
		const path = `/api/v1/visit/slots?branch=${code}&service=${service}&from=${from}&to=${to}`;
		slots.push(...((await call("GET", path)).json.slots ?? []).map(({ id }) => id));
	}
	services.push({ service, slots });
}

let booked = 0, refused = 0, number = 0;
const times = [], standing = [];
const began = Date.now();
await Promise.all(
	cookies.slice(0, CONCURRENCY).map(async () => {
		while (Date.now() - began < span) {
			const turn = number++;
			const cookie = cookies[turn % cookies.length];
			const { service, slots } = services[AT_ONCE ? 0 : Math.floor(turn / cookies.length)] ?? {};
			if (!service) break;
			const body = { slot: slots[turn % slots.length], service, idempotency_key: `bench-${process.pid}-${turn}` };
			const sent = performance.now();
			const answer = await call("POST", "/api/v1/visit/appointments", body, cookie);
			if (answer.status !== 201) {
				refused += 1;
				if (answer.status === 429) await new Promise((wait) => setTimeout(wait, 50));
				continue;
			}
			times.push(performance.now() - sent);
			booked += 1;
			const cancel = () => call("DELETE", `/api/v1/visit/appointments/${answer.json.code}`, undefined, cookie);
			if (AT_ONCE) await cancel();
			else standing.push(cancel);
		}
	}),
);
const elapsed = (Date.now() - began) / 1000;
times.sort((a, b) => a - b);
const percentile = (share) => (times[Math.floor(times.length * share)] ?? NaN).toFixed(1);
const rate = Math.round(booked / elapsed);
const cancelled = AT_ONCE ? ` and as many cancellations: ${2 * rate} commits/s` : "";
console.log(`signed in ${cookies.length}, services ${services.length}, slots ${services[0].slots.length}`);
console.log(`bookings  ${rate}/s${cancelled}, ${refused} refused`);
console.log(`latency   p50 ${percentile(0.5)} ms, p99 ${percentile(0.99)} ms of a booking`);
if (dir) console.log(`fsync     ${fsyncs()}/s (4 KiB, one after another, same disk)`);
for (let at = 0; at < standing.length; at += CONCURRENCY) {
	await Promise.all(standing.slice(at, at + CONCURRENCY).map((cancel) => cancel()));
}
agent.destroy();
