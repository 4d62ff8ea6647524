//! The Lambda Web Adapter as a program, which tests put between an emulated Lambda and a server of ours.

use lambda_web_adapter::{tracing, Adapter, AdapterOptions, Error};

fn main() -> Result<(), Error> {
    Adapter::apply_runtime_proxy_config();
    tokio::runtime::Runtime::new()?.block_on(adapt())
}

async fn adapt() -> Result<(), Error> {
    tracing::init_default_subscriber();
    let mut adapter = Adapter::new(&AdapterOptions::default())?;
    adapter.register_default_extension();
    adapter.check_init_health().await;
    adapter.run().await
}
