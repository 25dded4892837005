package org.postkontor.account;

import java.util.List;
import java.util.Optional;

/** The provider presets shipped with the product. OSGi service, thread-safe. */
public interface ProviderPresets {
	List<ProviderPreset> all();

	/** By exact domain, Unicode or A-label. */
	Optional<ProviderPreset> forDomain(String domain);
}
