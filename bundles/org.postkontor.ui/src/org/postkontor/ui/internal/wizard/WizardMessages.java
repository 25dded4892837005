package org.postkontor.ui.internal.wizard;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of the account wizard. */
@NonNullByDefault({}) // filled by NLS
public final class WizardMessages extends NLS {
	public static String windowTitle;
	public static String back;
	public static String next;
	public static String finish;
	public static String cancel;
	public static String addressTitle;
	public static String addressMessage;
	public static String address;
	public static String yourName;
	public static String yourNameHint;
	public static String addressExists;
	public static String settingsTitle;
	public static String searching;
	public static String found;
	public static String foundMessage;
	public static String notFound;
	public static String notFoundMessage;
	public static String searchAgain;
	public static String proposals;
	public static String byHand;
	public static String why;
	public static String whyFrom;
	public static String whyAsked;
	public static String whyProposals;
	public static String whyNothing;
	public static String whyProblem;
	public static String sourcePresets;
	public static String sourceAutoconfig;
	public static String sourceDirectory;
	public static String sourceIspdb;
	public static String confirmHosts;
	public static String confirmNeeded;
	public static String notes;
	public static String signInTitle;
	public static String signInMessage;
	public static String checkTitle;
	public static String checkMessage;
	public static String doneTitle;
	public static String doneMessage;
	public static String doneSummary;
	public static String doneTested;
	public static String doneUntested;
	public static String writeFirst;
	public static String receiveFirst;
	public static String jobFind;
	public static String jobSave;
	public static String jobCancel;
	public static String sendOnly;
	public static String otherProvider;
	public static String providerTitle;
	public static String providerMessage;
	public static String unregistered;
	public static String register;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.wizard.wizardMessages", WizardMessages.class);
	}

	private WizardMessages() {
	}
}
