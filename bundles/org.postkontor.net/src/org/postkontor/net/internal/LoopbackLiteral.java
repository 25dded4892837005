package org.postkontor.net.internal;

import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

/** Addresses that never leave this computer, written as numbers: a name such as localhost can be pointed elsewhere. */
final class LoopbackLiteral {
	private static final Pattern FORM = Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}|\\[?::1\\]?");

	private LoopbackLiteral() {
	}

	static boolean is(@Nullable String host) {
		return host != null && FORM.matcher(host).matches();
	}
}
