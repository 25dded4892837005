package org.postkontor.auth.internal.broker;

import java.net.IDN;
import java.util.Collection;
import java.util.Locale;

/** Where a credential may go: hosts approved at sign-in, and the suffixes that its provider declares. */
public final class ResourceHosts {
	private ResourceHosts() {
	}

	/** @param suffixes matched at a dot boundary: {@code example.org} covers itself and {@code imap.example.org} */
	public static boolean allowed(String host, Collection<String> approved, Collection<String> suffixes) {
		String wanted = fold(host);
		return !wanted.isEmpty() && (approved.stream().anyMatch(name -> fold(name).equals(wanted)) || suffixes.stream().map(ResourceHosts::fold)
				.anyMatch(suffix -> suffix.contains(".") && (wanted.equals(suffix) || wanted.endsWith("." + suffix))));
	}

	/** Lower case, A-label, without the root dot; empty if it is no host name. */
	static String fold(String host) {
		String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
		try {
			return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
		} catch (IllegalArgumentException e) {
			return "";
		}
	}
}
