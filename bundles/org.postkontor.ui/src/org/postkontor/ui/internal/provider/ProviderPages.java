package org.postkontor.ui.internal.provider;

import java.util.Optional;

import org.postkontor.ui.provider.ProviderPagePart;

/** The parts contributed for single providers. OSGi service. Called on the user interface's thread. */
public interface ProviderPages {
	/** A new part; empty if the provider has none, or none that can be made. */
	Optional<ProviderPagePart> create(String provider);

	/** Name of the setting without which nobody can sign in, if the contribution names one. */
	Optional<String> required(String provider);
}
