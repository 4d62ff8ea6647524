package dev.baton.shell.command;

import dev.baton.core.result.Refused;
import dev.baton.core.result.ResultMetadata;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;
import org.jspecify.annotations.Nullable;

/** What a surface does once a request may come in, and how it says no. */
public interface SurfaceHost {

  /** Answers a request whose sender is known. */
  HttpResponse answer(Visit visit);

  /** What this surface refuses before it looks who came; null when there is nothing. */
  default @Nullable Refused refusal(HttpRequest request) {
    return null;
  }

  /** A refusal in the form of this surface. */
  default HttpResponse refuse(Refused refusal, ResultMetadata metadata) {
    return HttpResponse.json(refusal.status(), refusal.toJson(metadata).write());
  }
}
