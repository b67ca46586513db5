//! The reference: an actix-web server that does nothing but send one page's bytes.

use std::io::Write;
use std::path::Path;

use actix_web::{App, HttpResponse, HttpServer, web};

/// Serves the file's bytes until killed; prints its address.
pub fn serve(file: &Path) {
    let body = web::Bytes::from(std::fs::read(file).unwrap());
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    println!("{}", listener.local_addr().unwrap());
    std::io::stdout().flush().unwrap();
    actix_web::rt::System::new()
        .block_on(async move {
            HttpServer::new(move || {
                let body = body.clone();
                App::new().default_service(web::to(move || {
                    let body = body.clone();
                    async move {
                        HttpResponse::Ok()
                            .content_type("text/html; charset=utf-8")
                            .insert_header(("content-encoding", "gzip"))
                            .body(body)
                    }
                }))
            })
            .workers(std::thread::available_parallelism().map_or(2, usize::from))
            .listen(listener)
            .unwrap()
            .run()
            .await
        })
        .unwrap();
}
