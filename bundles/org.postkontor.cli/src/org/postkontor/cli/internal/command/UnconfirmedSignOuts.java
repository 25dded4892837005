package org.postkontor.cli.internal.command;

import java.util.List;

import org.postkontor.cli.internal.output.Json;
import org.postkontor.problem.Problem;

import com.google.gson.JsonObject;

/** Sign-outs that the provider did not confirm: nothing failed here, but the person has to end the access there. */
record UnconfirmedSignOuts(Invocation invocation, List<Problem> problems) {
	/** Says so on the standard error, and returns the result with the problems in it. */
	JsonObject told(JsonObject result) {
		problems.forEach(problem -> invocation.output().note(invocation.wording().note(problem)));
		result.add("unconfirmed", Json.array(problems, invocation.wording()::json));
		return result;
	}
}
