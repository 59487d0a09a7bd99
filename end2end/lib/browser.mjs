// The browser of the machine; Playwright never downloads its own.
export const launch = {
	executablePath: process.env.ANJU_CHROMIUM ?? "/usr/bin/chromium",
	args: [
		"--headless",
		"--no-sandbox",
		"--disable-gpu",
		"--disable-quic",
		"--no-first-run",
		"--disable-background-networking",
		"--disable-component-update",
		"--disable-sync",
	],
};
