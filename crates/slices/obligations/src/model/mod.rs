//! Pure: the facts of a case as they are stored, the gate, the reasons of a verdict, what matters now.

pub mod asked;
pub mod case;
pub mod council;
pub mod crossing;
pub mod derivations;
pub mod difference;
pub mod editions;
pub mod evidence;
pub mod gate;
pub mod reading;
pub mod reasons;
pub mod typography;
pub mod urgent;
