package dev.baton.local.edge;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Stands in for DynamoDB where nobody may ask it. */
public final class NoDynamo extends Handler.Abstract {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    throw new IllegalStateException("no DynamoDB in this world");
  }
}
