package org.postkontor.account.internal;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/** The members of a branding file. */
record BrandingDto(@Nullable String title, @Nullable List<@Nullable String> addresses, @Nullable String directoryUrl, @Nullable String trustedCa,
		@Nullable List<@Nullable ClientDto> clients) {

	record ClientDto(@Nullable String issuer, @Nullable String clientId, @Nullable String scopesReceive, @Nullable String scopesSend,
			@Nullable String clientSecret) {
		/** Without the secret. */
		@Override
		public String toString() {
			return "ClientDto[" + clientId + "]";
		}
	}
}
