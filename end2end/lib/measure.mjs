// What the measurements share.

/** The median of some figures. */
export function middle(figures) {
	return figures.toSorted((one, other) => one - other)[figures.length >> 1];
}
