package org.postkontor.auth.internal.broker;

import org.postkontor.account.AuthBinding;
import org.postkontor.auth.Resource;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.problem.Answer;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.Problem;

/** A fresh credential was refused, too: the server's words explain better than we can why. */
record RefusedTwice(Explanations explanations) {
	Problem problem(AuthBinding binding, Resource resource, String answer) {
		Problem refused = AuthProblems.refused(binding.principal(), resource.host()).with("user", binding.mailbox()).with("port", resource.port())
				.with("protocol", resource.protocol()).detail("answer", answer);
		return explanations.explain(refused, Answer.said(Answer.Source.valueOf(resource.protocol().name()), answer));
	}
}
