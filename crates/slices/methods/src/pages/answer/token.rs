//! Coming with a token: in the body of a form, never in an address.

use platform::{Ctx, PageResult, form::Form};

use super::{Shut, enter::hold, shut};
use crate::{
    model::token::Token,
    store::{self, Door, Right},
};

/// Exchanges a token for the right to answer once. Whoever comes back to this address finds the questionnaire, or what to do.
pub async fn exchange(ctx: Ctx, form: Form) -> PageResult {
    let Some(token) = Token::parse(form.value("token")) else { return shut(&ctx, Shut::Forged) };
    let (right, today) = (Right::Token(token.clone()), ctx.today);
    match ctx.db().read(move |tx| store::knock(tx, &right, today)).await? {
        Door::Open(_) => Ok(hold(&ctx, &token.written())),
        Door::Used(_) => shut(&ctx, Shut::TokenUsed),
        Door::Closed(_) => shut(&ctx, Shut::Closed),
        Door::Unknown => shut(&ctx, Shut::TokenUnknown),
        Door::Forged => {
            let key = token.key().to_owned();
            ctx.db().write(move |tx| store::note_forged(tx, &key)).await?;
            shut(&ctx, Shut::Forged)
        }
    }
}
