package org.postkontor.outbox;

import java.util.Optional;

import org.postkontor.account.AccountId;
import org.postkontor.problem.Problem;

/** The queue of one account. @param paused why it stands still; its mails keep their order and go on by themselves */
public record Lane(AccountId account, Optional<Problem> paused) {
}
