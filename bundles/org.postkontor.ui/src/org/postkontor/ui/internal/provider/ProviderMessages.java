package org.postkontor.ui.internal.provider;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts about sign-in providers. */
@NonNullByDefault({}) // filled by NLS
public final class ProviderMessages extends NLS {
	public static String providers;
	public static String suppliedBy;
	public static String suppliedByReplaces;
	public static String issuer;
	public static String issuerHint;
	public static String issuerMissing;
	public static String issuerWrong;
	public static String tenant;
	public static String tenantHint;
	public static String tenantWrong;
	public static String clientId;
	public static String clientIdExample;
	public static String clientIdHint;
	public static String clientAuth;
	public static String clientAuthDefault;
	public static String clientAuthNone;
	public static String clientAuthBasic;
	public static String clientAuthPost;
	public static String clientAuthSecret;
	public static String clientAuthHint;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.provider.providerMessages", ProviderMessages.class);
	}

	private ProviderMessages() {
	}
}
