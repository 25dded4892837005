package org.postkontor.ui.internal.health;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.postkontor.auth.spi.ProviderDescription;

/** Where a provider comes from, in words. */
record ProviderText(ProviderDescription description) {
	/** Its label, and who delivered it if that was not the product. */
	String labelWithOrigin() {
		return origin().map(origin -> description.label() + " (" + origin + ")").orElse(description.label());
	}

	/** "delivered by …, replaces …"; empty for what comes with the product and replaces nothing. */
	Optional<String> origin() {
		boolean foreign = !description.isBuiltIn();
		Optional<String> replaced = description.replaces();
		if (replaced.isPresent()) {
			return Optional.of(NLS.bind(HealthMessages.deliveredReplaces, description.contributor(), replaced.get()));
		}
		return foreign ? Optional.of(NLS.bind(HealthMessages.delivered, description.contributor())) : Optional.empty();
	}

	String kind() {
		return "password".equals(description.kind()) ? HealthMessages.kindPassword : HealthMessages.kindOauth;
	}
}
