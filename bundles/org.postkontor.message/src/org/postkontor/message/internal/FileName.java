package org.postkontor.message.internal;

import java.nio.charset.StandardCharsets;

import org.eclipse.jdt.annotation.Nullable;

/** The name of an attachment, which may be anything, as the name of a file in a folder of ours. */
record FileName(@Nullable String given) {
	private static final int LONGEST_BYTES = 200;
	private static final String FORBIDDEN = "[\\\\/:*?\"<>|]";
	private static final String DEVICES = "(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?";

	String safe() {
		String name = given;
		String clean = name == null ? "" : HeaderText.clean(name).replaceAll(FORBIDDEN, "_").replaceAll("[. ]+$", "");
		if (clean.isBlank()) {
			return "attachment";
		}
		return shortened(clean.matches(DEVICES) ? "_" + clean : clean);
	}

	/** Keeps the extension, which says what opens the file. */
	private static String shortened(String name) {
		int dot = name.lastIndexOf('.');
		String extension = dot > 0 && name.length() - dot <= 16 ? name.substring(dot) : "";
		String base = name.substring(0, name.length() - extension.length());
		while (bytes(base + extension) > LONGEST_BYTES) {
			base = base.substring(0, base.offsetByCodePoints(base.length(), -1));
		}
		return base + extension;
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}
}
