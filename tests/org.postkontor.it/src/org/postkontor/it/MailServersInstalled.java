package org.postkontor.it;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postkontor.it.servers.Requirements;

/** Where Dovecot and Postfix cannot run, classes are skipped with the reason. */
public final class MailServersInstalled implements ExecutionCondition {
	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return Requirements.obstacle().map(ConditionEvaluationResult::disabled).orElseGet(() -> ConditionEvaluationResult.enabled("servers are installed"));
	}
}
