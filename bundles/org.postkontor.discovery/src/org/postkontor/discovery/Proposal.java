package org.postkontor.discovery;

import java.util.List;

import org.postkontor.account.Endpoint;

/**
 * Settings found for an address.
 *
 * @param label     of the mail provider, for display
 * @param endpoints receiving first, then sending; not signed in
 * @param origin    where exactly it was found: a URI or the name of a data file
 * @param trusted   false: show the hosts and ask before using them
 * @param notes     steps the user has to do first at the provider (from the source, per language as sent), may be empty
 */
public record Proposal(String label, List<Endpoint> endpoints, String source, String origin, boolean trusted, List<String> notes) {
	public Proposal {
		endpoints = List.copyOf(endpoints);
		notes = List.copyOf(notes);
	}
}
