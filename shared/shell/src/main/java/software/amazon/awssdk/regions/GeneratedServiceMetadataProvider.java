package software.amazon.awssdk.regions;

/**
 * Stands before the SDK's class of this name, which makes 300 descriptions of services to find one.
 * Without any, the SDK signs for the client's region, which is right for every service that Baton
 * calls, and asks the service's own endpoint rules for the address, as it does anyway. To be
 * deleted with the first SDK that no longer asks (aws-sdk-java-v2, pull request 7161). Source:
 * decision 13.
 */
public final class GeneratedServiceMetadataProvider implements ServiceMetadataProvider {

  /** A provider that knows nothing. */
  public GeneratedServiceMetadataProvider() {}

  /** Null for every service: the SDK then goes by the region alone. */
  @Override
  @SuppressWarnings(
      "NullAway") // The SDK's interface says nothing of null, and its caller expects it.
  public ServiceMetadata serviceMetadata(String endpointPrefix) {
    return null;
  }
}
