package org.postkontor.ui.internal.prompt;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts while a provider is waited for. */
@NonNullByDefault({}) // filled by NLS
public final class PromptMessages extends NLS {
	public static String browserSteps;
	public static String link;
	public static String linkHint;
	public static String noBrowser;
	public static String copyLink;
	public static String code;
	public static String copyCode;
	public static String openPage;
	public static String codeSteps;
	public static String codeStepsTyped;
	public static String codeUntil;
	public static String qrCode;
	public static String pasteSteps;
	public static String pasteLabel;
	public static String pasteUse;
	public static String pasteWrong;
	public static String wayAgain;
	public static String wayCode;
	public static String wayPaste;
	public static String wayBrowser;
	public static String cancel;
	public static String otherTitle;
	public static String otherMessage;
	public static String otherChangedTitle;
	public static String otherChangedMessage;
	public static String otherChangedHint;
	public static String otherExpected;
	public static String otherActual;
	public static String otherChoose;
	public static String otherChooseHint;
	public static String otherAlias;
	public static String otherAliasHint;
	public static String otherAliasChangedHint;
	public static String otherShared;
	public static String otherSharedHint;
	public static String otherChange;
	public static String otherChangeHint;
	public static String otherGoOn;
	public static String hostsTitle;
	public static String hostsMessage;
	public static String hostsApprove;
	public static String hostsRefuse;
	public static String jobOpen;
	public static String jobPaste;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.prompt.promptMessages", PromptMessages.class);
	}

	private PromptMessages() {
	}
}
