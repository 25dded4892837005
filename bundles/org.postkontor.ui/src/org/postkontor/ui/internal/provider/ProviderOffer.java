package org.postkontor.ui.internal.provider;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.postkontor.account.Protocol;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.spi.ProviderDescription;

/** A provider as it is offered: label, and who brings it if that is a third party. */
public record ProviderOffer(ProviderDescription description, String supplied) {
	/**
	 * The providers that serve all these protocols and this domain, those for the domain itself first. Read from the
	 * declarations at each call, so that what was installed a moment ago is there.
	 */
	public static List<ProviderOffer> forDomain(AuthProviders providers, String domain, Set<Protocol> protocols) {
		return providers.descriptions().stream().filter(d -> d.protocols().containsAll(protocols))
				.filter(d -> d.domains().isEmpty() || serves(d, domain)).sorted(Comparator.comparing(d -> !serves(d, domain)))
				.map(d -> new ProviderOffer(d, supplied(d))).toList();
	}

	private static boolean serves(ProviderDescription description, String domain) {
		return description.domains().stream().anyMatch(d -> d.equalsIgnoreCase(domain));
	}

	private static String supplied(ProviderDescription description) {
		if (description.isBuiltIn()) {
			return "";
		}
		Optional<String> replaced = description.replaces();
		return replaced.isEmpty() ? NLS.bind(ProviderMessages.suppliedBy, description.contributor())
				: NLS.bind(ProviderMessages.suppliedByReplaces, description.contributor(), replaced.get());
	}
}
