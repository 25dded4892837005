package org.postkontor.ui.internal.preferences;

import java.util.List;
import java.util.Optional;

import org.postkontor.account.MailAddress;
import org.postkontor.account.ProviderPreset;
import org.postkontor.account.ProviderPresets;
import org.postkontor.ui.internal.account.AccountEdit;
import org.postkontor.ui.internal.account.EndpointDraft;

/** What Restore Defaults means for an account: its address as name, and the servers that the product knows for its domain. */
public record DefaultServers(ProviderPresets presets) {
	/** Empty if nothing is known about the domain. */
	public Optional<AccountEdit> of(AccountEdit edit) {
		MailAddress address = edit.before().address();
		return presets.forDomain(address.domain()).map(preset -> restored(edit, address, preset));
	}

	private static AccountEdit restored(AccountEdit edit, MailAddress address, ProviderPreset preset) {
		List<EndpointDraft> servers = edit.servers().stream().map(draft -> preset.servers().stream()
				.filter(s -> s.protocol().direction() == draft.protocol().direction()).findFirst().map(s -> draft(s, draft, address)).orElse(draft)).toList();
		return new AccountEdit(edit.before(), address.toString(), edit.senderName(), servers);
	}

	private static EndpointDraft draft(ProviderPreset.Server server, EndpointDraft now, MailAddress address) {
		String user = server.userName().replace("%EMAILADDRESS%", address.toString()).replace("%EMAILLOCALPART%", address.local())
				.replace("%EMAILDOMAIN%", address.domain());
		String provider = server.providers().contains(now.provider()) ? now.provider()
				: server.providers().stream().findFirst().orElse(now.provider());
		return new EndpointDraft(server.protocol(), server.host(), String.valueOf(server.port()), server.tls(), user, provider);
	}
}
