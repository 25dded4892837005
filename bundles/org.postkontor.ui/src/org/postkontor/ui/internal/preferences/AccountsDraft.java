package org.postkontor.ui.internal.preferences;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.ui.internal.account.AccountEdit;

/** Changes to accounts that are not applied yet. Immutable. */
public record AccountsDraft(Map<AccountId, AccountEdit> edits, Set<AccountId> removed) {
	public AccountsDraft {
		edits = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(edits));
		removed = Set.copyOf(removed);
	}

	public static AccountsDraft of(List<Account> accounts) {
		Map<AccountId, AccountEdit> edits = new LinkedHashMap<>();
		accounts.forEach(a -> edits.put(a.id(), AccountEdit.of(a)));
		return new AccountsDraft(edits, Set.of());
	}

	public List<AccountEdit> shown() {
		return edits.values().stream().filter(e -> !removed.contains(e.before().id())).toList();
	}

	public AccountsDraft with(AccountEdit edit) {
		Map<AccountId, AccountEdit> more = new LinkedHashMap<>(edits);
		more.put(edit.before().id(), edit);
		return new AccountsDraft(more, removed);
	}

	public AccountsDraft without(AccountId id) {
		Set<AccountId> more = new HashSet<>(removed);
		more.add(id);
		return new AccountsDraft(edits, more);
	}

	/** New accounts of another place come in, edits made here stay. */
	public AccountsDraft merged(List<Account> accounts) {
		Map<AccountId, AccountEdit> merged = new LinkedHashMap<>();
		for (Account account : accounts) {
			AccountEdit edit = edits.get(account.id());
			merged.put(account.id(), edit != null && isChanged(edit) ? edit : AccountEdit.of(account));
		}
		return new AccountsDraft(merged, removed);
	}

	public Optional<String> mistake() {
		Set<String> names = new HashSet<>();
		for (AccountEdit edit : shown()) {
			if (edit.name().isBlank()) {
				return Optional.of(NLS.bind(PreferenceMessages.nameMissing, edit.before().address()));
			}
			if (!names.add(edit.name().strip())) {
				return Optional.of(NLS.bind(PreferenceMessages.nameTwice, edit.name().strip()));
			}
			Optional<String> mistake = edit.mistake();
			if (mistake.isPresent()) {
				return mistake;
			}
		}
		return Optional.empty();
	}

	/** Accounts to save: only those that differ. */
	public List<Account> changed() {
		return shown().stream().filter(AccountsDraft::isChanged).map(AccountEdit::account).toList();
	}

	private static boolean isChanged(AccountEdit edit) {
		return !edit.equals(AccountEdit.of(edit.before()));
	}

	/** Accounts to remove. */
	public List<Account> gone() {
		return edits.values().stream().map(AccountEdit::before).filter(a -> removed.contains(a.id())).toList();
	}
}
