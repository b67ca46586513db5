//! stub
use crate::error::Result;
use crate::web::Site;
/// Makes concerns.
///
/// # Errors
/// None yet.
pub fn generate(_: &Site, _: u32, _: u64) -> Result<()> {
    Ok(())
}
