// How the HTML of every page is judged. What is switched off is a matter of taste or bytes, not of validity.
module.exports = {
	root: true,
	extends: ["html-validate:recommended"],
	rules: {
		// Written short by the renderer, as HTML allows.
		"attr-quotes": "off",
		"doctype-style": "off",
		"no-implicit-close": "off",
		"no-inline-style": "off",
		"no-raw-characters": "off",
		"no-trailing-whitespace": "off",
		"void-style": "off",
		// Our own files, from our own origin.
		"require-sri": "off",
		// The centre's name is part of every title.
		"long-title": "off",
		// A hidden empty value stands before the choices, so that what nobody chose is asked for again; the rule lets only
		// checkboxes have one.
		"form-dup-name": "off",
		// The tables of months have one row and one column of headings, which need no scope; it would be 360 times the same.
		"wcag/h63": "off",
	},
};
