package org.postkontor.testkit.peer;

import java.util.List;
import java.util.Map;

/**
 * A request that an {@link HttpPeer} got.
 *
 * @param path    with its leading slash, without the query
 * @param query   raw; empty if none
 * @param headers names in lower case
 */
public record HttpSeen(String method, String path, String query, Map<String, List<String>> headers, String body) {

	/** The first value of that header; empty if absent. */
	public String header(String name) {
		return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of("")).get(0);
	}
}
