package org.postkontor.ui.internal.wizard;

import java.util.List;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Scope;
import org.postkontor.discovery.DiscoveryResult;
import org.postkontor.problem.ProblemException;

/**
 * What the wizard knows so far; plain, without controls. Changing something earlier forgets what was built on it.
 * Nothing is stored until {@link #saved}.
 */
public final class WizardModel {
	private final AccountId id = AccountId.create();
	private String addressText = "";
	private String senderName = "";
	private Optional<DiscoveryResult> found = Optional.empty();
	private List<Endpoint> endpoints = List.of();
	private Optional<Account> signedIn = Optional.empty();
	private boolean tested;
	private boolean saved;

	/** @return the address, or the problem with what was typed */
	public MailAddress address() throws ProblemException {
		return MailAddress.parse(addressText);
	}

	public String addressText() {
		return addressText;
	}

	/** Another address forgets the settings that were found. */
	public void type(String address, String name) {
		if (!address.strip().equalsIgnoreCase(addressText.strip())) {
			found = Optional.empty();
			use(List.of());
		}
		addressText = address;
		senderName = name.strip();
	}

	public Optional<DiscoveryResult> found() {
		return found;
	}

	public void found(DiscoveryResult result) {
		found = Optional.of(result);
	}

	public List<Endpoint> endpoints() {
		return endpoints;
	}

	/**
	 * Other servers, or another way to sign in, need another sign-in.
	 *
	 * @return what {@link #signedIn} held before, if it was given up: the caller removes that sign-in
	 */
	public Optional<Account> use(List<Endpoint> newEndpoints) {
		if (newEndpoints.equals(endpoints)) {
			return Optional.empty();
		}
		Optional<Account> givenUp = signedIn;
		endpoints = List.copyOf(newEndpoints);
		signedIn = Optional.empty();
		tested = false;
		return givenUp;
	}

	public Optional<Account> signedIn() {
		return signedIn;
	}

	public void signedIn(Account account) {
		signedIn = Optional.of(account);
		tested = false;
	}

	public boolean tested() {
		return tested;
	}

	public void tested(boolean passed) {
		tested = passed;
	}

	public boolean saved() {
		return saved;
	}

	public void markSaved() {
		saved = true;
	}

	/** The account as it stands: signed in if that was done. */
	public Account account() throws ProblemException {
		MailAddress address = address();
		List<Endpoint> servers = signedIn.map(Account::endpoints).orElse(endpoints);
		return new Account(id, address.toString(), address, senderName, Scope.EMPLOYEE, servers);
	}
}
