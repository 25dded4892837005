package org.postkontor.ui.tests.fakes;

import java.util.List;
import java.util.Optional;

import org.postkontor.account.Protocol;
import org.postkontor.account.ProviderPreset;
import org.postkontor.account.ProviderPresets;
import org.postkontor.account.TlsMode;

/** Knows kanzlei.test. */
public final class FakePresets implements ProviderPresets {
	private static final ProviderPreset PRESET = new ProviderPreset("kanzlei", "Kanzlei Mail", List.of("kanzlei.test"),
			List.of(new ProviderPreset.Server(Protocol.IMAP, "imap.kanzlei.test", 993, TlsMode.IMPLICIT, "%EMAILADDRESS%", List.of("oauth")),
					new ProviderPreset.Server(Protocol.SMTP, "smtp.kanzlei.test", 465, TlsMode.IMPLICIT, "%EMAILADDRESS%", List.of("oauth"))));

	@Override
	public List<ProviderPreset> all() {
		return List.of(PRESET);
	}

	@Override
	public Optional<ProviderPreset> forDomain(String domain) {
		return domain.equals("kanzlei.test") ? Optional.of(PRESET) : Optional.empty();
	}
}
