import { asked, schedule } from "$lib/schedule.js";

// As the framework's guides begin: the server computes, the page renders what it is given, and the rows travel along as data.
export function load({ url }) {
	const wanted = asked((name) => url.searchParams.get(name));
	const plan = schedule(wanted);
	return { ...wanted, first: plan.first, totalInterest: plan.totalInterest, rows: plan.years.flatMap((year) => year.months) };
}
