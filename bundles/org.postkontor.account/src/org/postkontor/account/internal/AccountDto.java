package org.postkontor.account.internal;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/** The members of an account file, format 2. There is no member for a secret. Everything may be missing in a damaged file. */
record AccountDto(int formatVersion, @Nullable String id, @Nullable String name, @Nullable String address, @Nullable String senderName,
		@Nullable String scope, @Nullable List<EndpointDto> endpoints) {

	/** @param leaveOnServerDays since format 2; missing where mails always stay, which earlier formats mean */
	record EndpointDto(@Nullable String protocol, @Nullable String host, int port, @Nullable String tls, @Nullable BindingDto auth,
			@Nullable Integer leaveOnServerDays) {
	}

	record BindingDto(@Nullable String provider, @Nullable String principal, @Nullable String mailbox, @Nullable String session,
			@Nullable Map<String, String> settings) {
	}
}
