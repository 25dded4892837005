package org.postkontor.discovery.internal;

/** Texts of strangers, made fit to be shown. */
final class Texts {
	private Texts() {
	}

	static String clean(String text, int longest) {
		String clean = text.replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ").strip();
		return clean.length() > longest ? clean.substring(0, longest) + "…" : clean;
	}
}
