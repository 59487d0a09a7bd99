// The schedule of a level-payment loan, for both pages; `run` puts it into each. Amounts are whole fen, the rate is in
// hundredths of a percent.
//
// The convention is ours: a twelfth of the annual rate, every month's interest rounded half up to the fen, the last
// instalment clears the balance. No float comes near a fen but in the level payment, which is computed once.

const MONTHLY = 12 * 10_000;

function interest(balance, rate) {
	return Math.floor((balance * rate + MONTHLY / 2) / MONTHLY);
}

function levelPayment(principal, months, rate) {
	if (rate === 0) return Math.round(principal / months);
	const growth = (1 + rate / MONTHLY) ** months;
	return Math.round((principal * (rate / MONTHLY) * growth) / (growth - 1));
}

/** All instalments in years of twelve, with the sums. */
export function schedule({ principal, months, rate }) {
	const payment = levelPayment(principal, months, rate);
	const years = [];
	let balance = principal;
	let totalInterest = 0;
	for (let number = 1; number <= months; number += 1) {
		if (number % 12 === 1 || months === 1) years.push({ number: years.length + 1, paid: 0, interest: 0, months: [] });
		const year = years[years.length - 1];
		const charged = interest(balance, rate);
		const repaid = number === months ? balance : Math.min(balance, Math.max(0, payment - charged));
		balance -= repaid;
		totalInterest += charged;
		year.paid += repaid + charged;
		year.interest += charged;
		year.balance = balance;
		year.months.push({ number, payment: repaid + charged, interest: charged, balance });
	}
	return { years, totalInterest, first: years[0].months[0].payment };
}

/** What the form's query asks for, with the page's own example where it says nothing usable. */
export function asked(get) {
	const number = (name, start, least, most) => {
		const value = Number(get(name) ?? start);
		return Number.isFinite(value) && value >= least && value <= most ? value : start;
	};
	return {
		principal: Math.round(number("principal", 500_000, 1, 100_000_000) * 100),
		months: Math.trunc(number("months", 360, 1, 360)),
		rate: Math.round(number("annual_rate", 3.25, 0, 36) * 100),
	};
}

/** 435206 as 4,352.06. Written out, for `Intl.NumberFormat` would take most of the time a page takes. */
export function yuan(fen) {
	let whole = String(Math.floor(fen / 100));
	let grouped = "";
	while (whole.length > 3) {
		grouped = `,${whole.slice(-3)}${grouped}`;
		whole = whole.slice(0, -3);
	}
	return `${whole}${grouped}.${String(fen % 100).padStart(2, "0")}`;
}
